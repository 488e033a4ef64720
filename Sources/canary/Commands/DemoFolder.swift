import DemoSite
import Foundation

/// The bundled flows as files, in a temporary folder that is the working folder meanwhile: so they have short names in
/// all that is told of them.
struct DemoFolder: Sendable {
    private let path: String
    private let formerFolder: String

    /// Makes the folder and goes there.
    ///
    /// - Throws: ``CommandFailure`` where it cannot be made.
    init() throws(CommandFailure) {
        formerFolder = FileManager.default.currentDirectoryPath
        let folder = FileManager.default.temporaryDirectory.path
        path = "\(folder)/canary-demo-\(UInt32.random(in: 0...UInt32.max))"
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
            for file in DemoSite.bundledFiles {
                try Data(file.bytes).write(to: URL(fileURLWithPath: "\(path)/\(file.name)"))
            }
        } catch {
            throw .error("the flows of the demo cannot be written to \(path): \(error.localizedDescription)")
        }
        guard FileManager.default.changeCurrentDirectoryPath(path) else {
            throw .error("the folder \(path) cannot be entered: \(String(cString: strerror(errno)))")
        }
    }

    /// Goes back and removes the folder; tells on standard error where that fails.
    func remove() {
        _ = FileManager.default.changeCurrentDirectoryPath(formerFolder)
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            StandardStream.error.write("canary: \(path) was left behind: \(error.localizedDescription)\n")
        }
    }
}
