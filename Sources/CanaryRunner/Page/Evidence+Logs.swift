import CanaryBrowser
import CanaryModel
import Foundation

extension Evidence {
    /// Writes what the console said.
    ///
    /// - Returns: The file's path in the run's folder.
    func keep(_ console: [ConsoleEntry]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let json = try encoder.encode(console.map { $0.redacted(by: redactor) }) + Data("\n".utf8)
        return try keep(json, in: "\(path)/console.json", .console)
    }

    /// Writes the network traffic.
    func keep(_ archive: HTTPArchive) throws -> String {
        try keep(archive.redacted(by: redactor).json(), in: "\(path)/network.har", .network)
    }

    /// Writes the DOM of a page.
    ///
    /// - Returns: The file's path, or a note on why there is none.
    func keepDOM(of page: Page) async -> (file: String?, note: String?) {
        do {
            let html = try await page.snapshot(until: .now + .seconds(3)).html(redactedBy: redactor)
            return (try keep(Data(html.utf8), in: "\(path)/failure.html", .failedStep), nil)
        } catch {
            return (nil, "the DOM could not be kept: \(Failure(error).message)")
        }
    }
}
