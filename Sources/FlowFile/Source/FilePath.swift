/// Paths of files as text; nothing here looks at a disk.
enum FilePath {
    /// The folder of a file: `.` for a bare name.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The last part of a path.
    static func last(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// A path relative to a folder, its `.` and `..` worked out.
    ///
    /// `nil` where the `..` lead above the root.
    static func joined(_ folder: String, _ path: String) -> String? {
        normalized(path.hasPrefix("/") ? path : folder + "/" + path)
    }

    /// The path without `.`, doubled slashes, and `..` after a name; `.` for none.
    static func normalized(_ path: String) -> String? {
        let isAbsolute = path.hasPrefix("/")
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part == "..", isAbsolute {
                return nil
            } else {
                parts.append(part)
            }
        }
        let joined = parts.joined(separator: "/")
        return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
    }
}
