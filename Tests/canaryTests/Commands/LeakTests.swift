import DemoSite
import Foundation
import TestSupport
import Testing

@Suite("Secrets on the command line", .serialized, .timeLimit(.minutes(13))) struct LeakTests {
    private static let secret = #"S3cret+/tökén &amp "quoted"  <zebra> 7131%"#

    /// A page that shows the secret, and steps that fail over it.
    private static let flow = ##"""
        { name: "leak", title: "Leak ${PASSWORD}", secrets: ["PASSWORD"], variables: { COPY: "x${PASSWORD}" },
          steps: [
            { open: "/cases/echo?token=${PASSWORD}" },
            { script: "document.title = arguments[0]; console.error(arguments[0])", args: ["${PASSWORD}"] },
            { name: "Title ${COPY}", expect: { title: "${PASSWORD}?" }, timeout: "200ms", soft: true },
            { click: "text=${PASSWORD} is nowhere", timeout: "200ms", soft: true },
            { script: "throw new Error(arguments[0])", args: ["${PASSWORD}"], soft: true },
            { expect: { text: "body", equals: "${PASSWORD}!" }, timeout: "200ms" },
          ] }
        """##

    /// What would give the secret away: it, parts of it, and both as they are written elsewhere.
    private static func forms() throws -> [String] {
        let json = String(decoding: try JSONEncoder().encode(secret), as: UTF8.self).dropFirst().dropLast()
        let escaped = secret.replacing("\"", with: "\\\"")
        let url = secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
        let query = secret.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed)
        return [
            secret, String(json), escaped, try #require(url), try #require(query),
            Data(secret.utf8).base64EncodedString(), "S3cret", "tökén", "t%C3%B6k", "t\\u00f6k", "quoted",
            "zebra",
            "7131%",
        ]
    }

    @Test("a secret is in nothing that canary prints or writes", arguments: [[], ["--verbose"], ["--quiet"]])
    func leak(_ options: [String]) async throws {
        try await withTemporaryFolder { folder in
            try write(Self.flow, to: "\(folder)/leak.canary.json5")
            let ended = try await DemoSite.withSite { site in
                try await Canary.call(
                    ["run", "--base-url", site.baseURL] + options,
                    in: folder,
                    environment: ["PASSWORD": Self.secret]
                )
            }
            #expect(ended.status == 1)
            #expect(ended.output.contains("***"))
            var texts = ["standard output": ended.output, "standard error": ended.errors]
            let results = "\(folder)/canary-results"
            for name in try FileManager.default.subpathsOfDirectory(atPath: results) {
                texts["the path \(name)"] = name
                guard let bytes = FileManager.default.contents(atPath: "\(results)/\(name)") else { continue }
                texts[name] = String(decoding: bytes, as: UTF8.self)
            }
            for name in ["result.json", "junit.xml", "events.ndjson"] {
                let text = texts.first { $0.key.hasSuffix("/\(name)") && !$0.key.hasPrefix("the") }?.value
                #expect(text?.contains("***") == true, "\(name)")
            }
            for form in try Self.forms() {
                for (name, text) in texts { #expect(!text.contains(form), "\(name) holds \(form)") }
            }
        }
    }
}
