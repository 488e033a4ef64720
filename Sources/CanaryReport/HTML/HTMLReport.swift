public import CanaryModel
public import Foundation

/// A run as one HTML file with everything in it: pictures, style and script.
///
/// It needs no network, and its content security policy allows none. What pages and servers say is escaped; the policy
/// lets only the report's own style and script take effect, by their digests.
public enum HTMLReport {
    /// How large the file may grow by pictures that it embeds, in bytes: 40 MB, which a mail or a CI artifact bears.
    public static let limit = 40_000_000

    /// Writes the report of a run.
    ///
    /// Pictures are embedded in the order of the report, so those of flows that did not pass come first, until the next
    /// one would exceed `limit`; the others are linked by their paths, and the report says so.
    ///
    /// - Parameters:
    ///   - run: The run.
    ///   - limit: The size that embedded pictures must not exceed, in bytes.
    ///   - folder: The run's folder, as it is reached from that of the report's file; empty where it is the same.
    ///   - file: Gives the bytes of a picture, HAR, console or document by its path relative to the run's folder; `nil`
    ///     where it is gone. What a HAR and a console hold is listed.
    /// - Returns: The file's bytes, UTF-8; the same run with the same files gives the same bytes.
    public static func data(
        for run: RunResult,
        limit: Int = limit,
        folder: String = "",
        file: (String) -> Data?
    ) -> Data {
        var body = HTML(
            folder: folder,
            recorded: recorded(run, file),
            consoles: consoles(run, file),
            documents: documents(run, file)
        )
        body.report(run)
        let head = head(for: run)
        let end = "<script>\(ReportAsset.script.text)</script>\n</body>\n</html>\n"
        let rest = head.utf8.count + end.utf8.count + 200  // the remark
        let assembly = PictureAssembly(body.ended(), limit: limit - rest, picture: file)
        var data = Data(capacity: assembly.size + rest)
        data.append(contentsOf: head.utf8)
        if let remark = assembly.remark {
            data.append(contentsOf: "<p class=\"remark\">\(remark)</p>\n".utf8)
        }
        for part in assembly.parts { data.append(contentsOf: part.utf8) }
        data.append(contentsOf: end.utf8)
        return data
    }

    /// The requests of the run's HARs, by their paths; of one that is gone or cannot be read there is the link alone.
    private static func recorded(_ run: RunResult, _ file: (String) -> Data?) -> [String: [HTTPArchive.Entry]]
    {
        // Requests of steps stand with their steps; a HAR is read for what pages requested.
        var watched = run
        watched.flows = run.flows.map { flow in
            var flow = flow
            flow.attempts.removeAll { $0.statusCounts == nil }
            return flow
        }
        return read(watched, \.network, file, HTTPArchive.Entry.list(ofHAR:))
    }

    /// What the consoles of the run said, by the paths of their files, likewise.
    private static func consoles(_ run: RunResult, _ file: (String) -> Data?) -> [String: [ConsoleEntry]] {
        let decoder = JSONDecoder()
        return read(run, \.console, file) { try decoder.decode([ConsoleEntry].self, from: $0) }
    }

    /// The documents at failures, of the first few flows as they are read: they are large, and pictures say more.
    private static func documents(_ run: RunResult, _ file: (String) -> Data?) -> [String: String] {
        var few = run
        few.flows = Array(run.flowsWorstFirst.filter { $0.outcome.isWrong }.prefix(10))
        return read(few, \.dom, file) { String(decoding: $0, as: UTF8.self) }
    }

    private static func read<Content>(
        _ run: RunResult,
        _ path: KeyPath<EvidenceFiles, String?>,
        _ file: (String) -> Data?,
        _ decode: (Data) throws -> Content
    ) -> [String: Content] {
        var contents: [String: Content] = [:]
        for path in run.flows.flatMap(\.attempts).compactMap({ $0.evidence[keyPath: path] }) {
            guard let data = file(path) else { continue }
            do { contents[path] = try decode(data) } catch { continue }
        }
        return contents
    }

    private static func head(for run: RunResult) -> String {
        let policy = [
            "default-src 'none'", "img-src data: 'self' file:", "style-src \(ReportAsset.style.source)",
            "script-src \(ReportAsset.script.source)", "base-uri 'none'", "form-action 'none'",
        ].joined(separator: "; ")
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <link rel="icon" href="data:,">
            <title>\(run.headline.htmlEscaped)</title>
            <style>\(ReportAsset.style.text)</style>
            </head>
            <body>

            """
    }
}
