public import CanaryModel
public import Foundation

/// The folder of a run, out of which no path of its result may lead: a result can come from anywhere.
public struct EvidenceFolder: Sendable {
    /// Where it lies.
    public let path: String

    /// Makes one; nothing is read.
    public init(path: String) { self.path = path }

    /// The bytes of a file that the result names; `nil` where it is gone, or is not a file of the run's.
    public func contents(of name: String) -> Data? {
        guard holds(name) else { return nil }
        return FileManager.default.contents(atPath: "\(path)/\(name)")
    }

    /// Whether a path leads to a place in the folder, or in that of another run beside it for a picture that passed
    /// there, wherever links lead; there need not be a file.
    public func holds(_ name: String) -> Bool {
        if name.hasPrefix("/") || name.utf8.contains(0) { return false }
        let parts = name.split(separator: "/")
        let isEarlier = parts.count > 2 && parts[0] == ".." && name.hasSuffix(".png")
        let inner = isEarlier ? parts.dropFirst(2) : parts[...]
        if inner.contains("..") || (isEarlier && parts[1] == "..") { return false }
        let root = isEarlier ? "\(path)/../\(parts[1])" : path
        guard let folder = Self.real(root) else { return true }  // nothing is there to be read
        if isEarlier, !Self.isBeside(folder, path) {
            return false
        }
        guard let file = Self.real("\(root)/" + inner.joined(separator: "/")) else { return true }
        return file.hasPrefix(folder + "/") && Self.isFile(file)
    }

    /// Whether a file in the folder is a link, to wherever.
    public func isLink(_ name: String) -> Bool {
        var status = stat()
        return lstat("\(path)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// The first path of a result that leads elsewhere.
    public func firstOutside(of result: RunResult) -> String? {
        result.flows.flatMap(\.attempts).lazy.flatMap(\.paths).first { !holds($0) }
    }

    /// Whether a folder lies where that of the run does, and is not led to by a link from there.
    private static func isBeside(_ folder: String, _ path: String) -> Bool {
        real("\(path)/..") == URL(filePath: folder).deletingLastPathComponent().standardizedFileURL.path
    }

    private static func real(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    /// A pipe would keep its reader waiting.
    private static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}

extension AttemptResult {
    /// The paths of all files that are named.
    fileprivate var paths: [String] {
        [evidence.console, evidence.network, evidence.dom].compactMap(\.self)
            + (steps + cleanup).flatMap(\.paths)
    }
}

extension StepResult {
    fileprivate var paths: [String] {
        [screenshot, lastGood?.path].compactMap(\.self) + steps.flatMap(\.paths)
    }
}
