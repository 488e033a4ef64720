import CanaryModel
import CanaryRunner
import Foundation
import TestSupport
import Testing

@Suite("Secrets stay in the process") struct LeakTests {
    /// A page that shows the secret everywhere it can, and steps that fail over it.
    static let steps = ##"""
        { open: "/cases/echo?token=${TOKEN}" },
        { open: "/cases/forms" },
        { fill: "#text", value: "${TOKEN}" },
        { type: "#search", value: "${TOKEN}" },
        { script: "document.title = arguments[0]; document.body.insertAdjacentHTML('beforeend', '<p id=shown title=x></p>'); document.querySelector('#shown').textContent = arguments[0]; document.querySelector('#shown').title = arguments[0]", args: ["${TOKEN}"] },
        { save: { COPY: { text: "#shown" } } },
        { name: "Copy ${COPY}", expect: { text: "#shown", equals: "${COPY}!" }, timeout: "200ms", soft: true },
        { expect: { value: "#text", equals: "something else" }, timeout: "200ms", soft: true },
        { expect: { title: "${TOKEN}?" }, timeout: "200ms", soft: true },
        { click: "text=${TOKEN} is nowhere", timeout: "200ms", soft: true },
        { click: "[data-x='${TOKEN}']", timeout: "200ms", soft: true },
        { select: "#select", option: "${TOKEN}", timeout: "200ms", soft: true },
        { fill: "#short", value: "${TOKEN}", timeout: "500ms", soft: true },
        { script: "throw new Error('no ' + arguments[0])", args: ["${TOKEN}"], soft: true },
        { script: "setTimeout(() => alert(arguments[0]))", args: ["${TOKEN}"], soft: true },
        { dialog: "accept", message: "not ${TOKEN}", soft: true },
        { open: "/cases/echo?token=${TOKEN}", status: 299, soft: true },
        { open: "http://127.0.0.1:1/${TOKEN}", soft: true },
        """##

    @Test("a secret that the page shows everywhere is in no file and no event, in no encoding")
    func leak() async throws {
        let run = try await run(
            flow(
                Self.steps,
                cleanup: #"{ open: "/cases/echo?token=${TOKEN}" }"#,
                more: #"secrets: ["TOKEN"],"#
            )
        )
        #expect(try run.attempt().steps.count == 18)
        #expect(try run.attempt().steps.filter { $0.outcome == .skipped }.isEmpty)
        let wire = try run.events.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
        var files = run.files.filter { !$0.key.hasSuffix(".png") }.mapValues {
            String(decoding: $0, as: UTF8.self)
        }
        #expect(
            files.keys.filter { $0.hasPrefix("test/") }.sorted() == [
                "test/console.json", "test/failure.html", "test/network.har",
            ]
        )
        // The page writes down each key that is pressed, so its DOM holds what had been typed by then.
        let removed = files.removeValue(forKey: "test/failure.html")
        let dom = try #require(removed)
        #expect(!dom.contains(testToken) && !dom.contains("7/9&gt;") && dom.contains(Redactor.mask))
        let texts = Array(files.values)
        let base64 = Data(testToken.utf8).base64EncodedString()
        let url = try #require(testToken.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        for text in texts + wire + Array(run.files.keys) {
            for form in [testToken, "S3cr", "tökén", "t%C3%B6k%C3%A9n", base64, url, "t\\u00f6k\\u00e9n"] {
                #expect(!text.contains(form), "\(form)")
            }
        }
        #expect(texts.joined().contains(Redactor.mask))
    }

    @Test("a secret of which each of several elements shows a part is not told part by part")
    func parts() async throws {
        let parts = ["S3cr&t ", #""tökén""#, " <7/9>"]
        let run = try await run(
            flow(
                ##"""
                { open: "/cases/targets" },
                { script: "document.body.innerHTML = '<p><b id=a></b><i id=b></i><u id=c></u></p>'; [...document.querySelectorAll('b, i, u')].forEach((place, index) => { place.textContent = arguments[0].split(/(?<= )/)[index] })", args: ["${TOKEN}"] },
                { click: "text=S3cr t", timeout: "200ms", soft: true },
                { click: "#aa", timeout: "200ms", soft: true },
                { click: "role=button[name=x]", timeout: "200ms", soft: true },
                { expect: { text: "#b", equals: "x" }, timeout: "200ms", soft: true },
                { click: "p > *", timeout: "200ms" },
                """##,
                more: #"secrets: ["TOKEN"],"#
            )
        )
        let failures = try run.attempt().steps.compactMap(\.failure)
        #expect(failures.count == 5)
        for failure in failures {
            let told =
                failure.message
                + failure.diagnoses.map { diagnosis in
                    ([diagnosis.actual ?? ""] + diagnosis.elements + diagnosis.suggestions).joined(
                        separator: "|"
                    )
                }.joined()
            for part in parts.map({ $0.trimmingCharacters(in: .whitespaces) }) {
                #expect(!told.contains(part), "\(told)")
            }
        }
        let report = try #require(run.files["result.json"])
        #expect(!String(decoding: report, as: UTF8.self).contains("<7/9>"))
    }

    @Test("a header that is a secret and not ASCII does not stand in the traffic, whatever it was read as")
    func header() async throws {
        let run = try await run(
            flow(
                ##"{ open: "/cases/targets" }, { click: "#nowhere", timeout: "100ms" }"##,
                more: #"secrets: ["TOKEN"], browser: { headers: { "X-Canary": "${TOKEN}" } },"#
            )
        )
        let archive = String(decoding: try #require(run.files["test/network.har"]), as: UTF8.self)
        #expect(archive.contains("X-Canary") && archive.contains(Redactor.mask))
        for part in ["S3cr", "tökén", "tÃ¶kÃ©n"] { #expect(!archive.contains(part)) }
    }
}
