import Foundation

/// `xmllint`, which validates XML by a schema.
enum XMLLint {
    struct Missing: Error, CustomStringConvertible {
        let description = "xmllint is not in PATH; install it: apt-get install libxml2-utils"
    }

    /// What xmllint has to say against `xml` by the schema beside this file; empty where nothing.
    static func complaints(about xml: Data) async throws -> String {
        let schema = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "junit.xsd").path
        let file = FileManager.default.temporaryDirectory.appending(path: "canary-junit-\(UUID()).xml")
        try xml.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = try executable()
        process.arguments = ["--noout", "--nonet", "--schema", schema, file.path]
        let errors = Pipe()
        process.standardError = errors
        return try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { process in
                let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
                continuation.resume(returning: process.terminationStatus == 0 ? "" : "complaints: " + text)
            }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
    }

    private static func executable() throws -> URL {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
        let candidates = folders.map { URL(filePath: "\($0)/xmllint") }
        guard let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) })
        else {
            throw Missing()
        }
        return found
    }
}
