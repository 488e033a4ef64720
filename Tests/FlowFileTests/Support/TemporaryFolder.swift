import Foundation

/// A folder of its own for a test, which is gone after it.
struct TemporaryFolder {
    let path: String

    /// Runs `body` with a folder that holds these files, by their paths in it.
    static func with<T>(_ files: [String: String], _ body: (TemporaryFolder) throws -> T) throws -> T {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(
            "flow-file-\(UUID().uuidString)"
        )
        let folder = TemporaryFolder(path: path.resolvingSymlinksInPath().path)
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: path) }
        for (name, text) in files { try folder.write(name, Data(text.utf8)) }
        return try body(folder)
    }

    /// Writes a file, with the folders above it.
    func write(_ name: String, _ data: Data) throws {
        let url = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try data.write(to: url)
    }

    /// Makes a symbolic link to a path.
    func link(_ name: String, to destination: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: path + "/" + name,
            withDestinationPath: destination
        )
    }

    /// A text without the path of the folder.
    func short(_ text: String) -> String { text.replacingOccurrences(of: path + "/", with: "") }
}
