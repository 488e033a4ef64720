import CanaryModel
import Foundation
import WebDriver

extension Page {
    /// Puts files into the input that was found.
    func upload(
        _ files: [String],
        _ observation: TargetObservation,
        until deadline: ContinuousClock.Instant
    ) async throws -> Bool? {
        guard let element = observation.control else { return nil }
        try check(files, takesFolder: observation.takesFolder == true)
        var paths: [String] = []
        for file in files { paths.append(try await driverPath(of: file, until: deadline)) }
        let text = paths.joined(separator: "\n")
        let files = element.backendNodeID.map { FileInputFiles(files: paths, backendNodeId: $0) }
        try await unlessBroken(until: deadline) {
            try await bringSession(until: deadline)
            try await perform(.sendKeys(text, to: element), on: observation, until: deadline)
        } otherwise: {
            let command = Command<Nothing>.executeCDP("DOM.setFileInputFiles", files)
            try await perform(command, on: observation, until: deadline)
        }
        return true
    }

    /// Checks that a field for folders gets one folder, and every other one files.
    private func check(_ files: [String], takesFolder: Bool) throws {
        let folder = files.first(where: Self.isFolder)
        if !takesFolder, let folder {
            throw BrowserError(
                .value,
                "\(folder) is a folder, and the field takes files",
                help: "name the files in it"
            )
        }
        if takesFolder, folder == nil || files.count > 1 {
            let help = "name one folder: its files come with it"
            throw BrowserError(.value, "the field takes a folder (webkitdirectory), and no files", help: help)
        }
        if takesFolder, live.isRemote {
            throw BrowserError(.unsupported, "a driver on another machine can be handed files, but no folder")
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The path of a file on the driver's machine: its own, or that of a copy which a remote driver is handed.
    private func driverPath(of file: String, until deadline: ContinuousClock.Instant) async throws -> String {
        guard live.isRemote else { return file }
        let content: Data
        do {
            content = try Data(contentsOf: URL(filePath: file))
        } catch {
            throw BrowserError(.flow, "\(file) cannot be read: \((error as NSError).localizedDescription)")
        }
        let name = URL(filePath: file).lastPathComponent
        do {
            let command = Command<String>.uploadFile(
                named: name,
                content,
                isGrid: live.session.capabilities.isGrid
            )
            return try await attempt(command, until: deadline)
        } catch let error as WebDriverError where error.isUnsupported {
            return file
        }
    }
}
