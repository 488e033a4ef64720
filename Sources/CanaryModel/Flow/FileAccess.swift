import Foundation

/// The folders whose files a flow may read: pages that it opens, files that it uploads, steps that it uses.
public struct FileAccess: Sendable, Hashable {
    /// Their absolute paths, links resolved.
    public let folders: [String]

    /// Makes an access; a folder that does not exist gives none.
    public init(folders: [String]) {
        self.folders = folders.compactMap(Self.resolved)
    }

    /// Whether a file is in one of the folders or below, wherever links on its path lead.
    ///
    /// - Parameter path: An absolute path, its `.` and `..` worked out; there need not be such a file.
    /// - Returns: Whether it may be read.
    public func allows(path: String) -> Bool {
        guard let path = Self.resolved(path) else { return false }
        return folders.contains { path == $0 || path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
    }

    /// Whether a URL is none of a file, or of one in the folders.
    public func allows(url: String) -> Bool {
        guard let path = Self.encodedPath(ofFile: url) else { return true }
        guard let decoded = path.removingPercentEncoding, let path = Self.normalized(decoded) else {
            return false
        }
        return allows(path: path)
    }

    /// The path of a `file:` URL as browsers read it; `nil` for any other URL.
    private static func encodedPath(ofFile url: String) -> String? {
        // Browsers leave out what is not seen, and take any slash for one.
        let seen = String(String.UnicodeScalarView(url.unicodeScalars.filter { $0.value > 0x20 }))
        var rest = Substring(seen.replacing("\\", with: "/"))
        for wrapper in ["view-source:", "filesystem:"] where rest.lowercased().hasPrefix(wrapper) {
            rest = rest.dropFirst(wrapper.count)
        }
        guard rest.lowercased().hasPrefix("file:") else { return nil }
        rest = rest.dropFirst("file:".count).prefix { $0 != "?" && $0 != "#" }
        guard rest.hasPrefix("//") else { return "/" + rest }
        return String(rest.dropFirst(2).drop { $0 != "/" })
    }

    /// An absolute path without `.` and `..`; `nil` where these lead above the root.
    private static func normalized(_ path: String) -> String? {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            guard part == ".." else {
                parts.append(part)
                continue
            }
            if parts.popLast() == nil { return nil }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The path with its links resolved, as far as there is anything; `nil` where that is not known.
    private static func resolved(_ path: String) -> String? {
        var head = path
        var tail: [String] = []
        while true {
            if let found = realpath(head, nil) {
                defer { free(found) }
                let base = String(cString: found)
                return tail.isEmpty ? base : (base == "/" ? "" : base) + "/" + tail.joined(separator: "/")
            }
            guard errno == ENOENT, let slash = head.lastIndex(of: "/"), head != "/" else { return nil }
            tail.insert(String(head[head.index(after: slash)...]), at: 0)
            head = slash == head.startIndex ? "/" : String(head[..<slash])
        }
    }
}
