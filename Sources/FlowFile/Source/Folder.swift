import Foundation

/// Looks for files in folders.
enum Folder {
    /// Why no files could be found.
    struct Problem: Error {
        let path: String
        let reason: String
    }

    /// The file at a path, or those in the folder there whose names end so, sorted by path.
    static func files(under path: String, endingWith suffix: String) -> Result<[String], Problem> {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return .failure(Problem(path: path, reason: "there is no such file or folder"))
        }
        guard isFolder.boolValue else { return .success([FileName.shown(path)]) }
        do throws(Problem) {
            var found: [String] = []
            try collect(path, suffix, into: &found)
            if found.isEmpty {
                throw Problem(path: path, reason: "no *\(suffix) found in this folder or below")
            }
            return .success(found.map(FileName.shown).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        } catch {
            return .failure(error)
        }
    }

    private static func collect(
        _ folder: String,
        _ suffix: String,
        into found: inout [String]
    ) throws(Problem) {
        for name in try names(in: folder) where !name.hasPrefix(".") && name != "node_modules" {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            if isFolder(path) {
                try collect(path, suffix, into: &found)
            } else if name.hasSuffix(suffix), isMeant(path) {
                found.append(path)
            }
        }
    }

    /// Whether a file is at a path, or a link that leads nowhere, of which whoever reads it tells; a pipe or a socket
    /// would keep the reader waiting.
    private static func isMeant(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return true }
        return status.st_mode & S_IFMT == S_IFREG
    }

    private static func names(in folder: String) throws(Problem) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw Problem(path: folder, reason: "the folder cannot be read: \(error.localizedDescription)")
        }
    }

    /// Whether a folder itself, and not a link to one, is at a path: links could go round in circles.
    private static func isFolder(_ path: String) -> Bool {
        // A file that vanished meanwhile is not a folder; no other cause can come up in a folder just read.
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.type] as? FileAttributeType == .typeDirectory
    }
}
