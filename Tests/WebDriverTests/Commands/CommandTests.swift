import Foundation
import TestSupport
import Testing

@testable import WebDriver

@Suite("Command") struct CommandTests {
    @Test("makes the recorded request and reads the recorded reply", arguments: Recording.all)
    func recording(_ recording: Recording) throws {
        #expect(recording.method == recording.expectedMethod)
        #expect(recording.path == recording.expectedPath)
        let body = try recording.body.map { try canonicalJSON($0) }
        let expected = try recording.expectedBody.map { try canonicalJSON(Data($0.utf8)) }
        #expect(body == expected)
        try recording.checkResponse()
    }

    @Test("any number in a reply is read or refused", arguments: Recording.all)
    func extremeNumbers(_ recording: Recording) {
        for reply in ExtremeNumbers.variants(of: recording.reply) {
            do { try recording.read(reply) } catch { #expect(error is DecodingError, "\(reply)") }
        }
    }

    @Test("there is one for every endpoint of the specification")
    func completeness() {
        let recorded = Set(Recording.all.map { $0.command })
        #expect(Set(Self.endpoints).subtracting(recorded) == [])
        #expect(Self.endpoints.count == 61)
    }

    @Test("beside the specification's endpoints there are only those known here")
    func additions() {
        let recorded = Set(Recording.all.map { $0.command })
        #expect(recorded.subtracting(Self.endpoints) == Self.additionalEndpoints)
    }

    @Test("parameters that are no JSON make no body")
    func notJSON() {
        let command = Command<Nothing>.executeSync("", arguments: [Double.nan])
        #expect(command.body == nil)
        #expect(command.encodingFailure?.contains("nan at [0] cannot be JSON") == true)
    }

    @Test("a prepared script makes the same request as its text")
    func preparedScript() throws {
        let script = "return \"\u{2028}\\n</script>\" + arguments[0]"
        let plain = Command<String>.executeAsync(script, arguments: ["é\u{1F600}"])
        let prepared = Command<String>.executeAsync(PreparedScript(script), arguments: ["é\u{1F600}"])
        #expect(plain.body == prepared.body)
        let body = try #require(plain.body)
        let value = try #require(try JSONSerialization.jsonObject(with: body) as? [String: Any])
        #expect(value["script"] as? String == script)
        #expect(value["args"] as? [String] == ["é\u{1F600}"])
    }

    /// The table of endpoints, https://www.w3.org/TR/webdriver2/#endpoints, in its order.
    static let endpoints = [
        "POST /session",
        "DELETE /session/{session id}",
        "GET /status",
        "GET /session/{session id}/timeouts",
        "POST /session/{session id}/timeouts",
        "POST /session/{session id}/url",
        "GET /session/{session id}/url",
        "POST /session/{session id}/back",
        "POST /session/{session id}/forward",
        "POST /session/{session id}/refresh",
        "GET /session/{session id}/title",
        "GET /session/{session id}/window",
        "DELETE /session/{session id}/window",
        "POST /session/{session id}/window",
        "GET /session/{session id}/window/handles",
        "POST /session/{session id}/window/new",
        "POST /session/{session id}/frame",
        "POST /session/{session id}/frame/parent",
        "GET /session/{session id}/window/rect",
        "POST /session/{session id}/window/rect",
        "POST /session/{session id}/window/maximize",
        "POST /session/{session id}/window/minimize",
        "POST /session/{session id}/window/fullscreen",
        "GET /session/{session id}/element/active",
        "GET /session/{session id}/element/{element id}/shadow",
        "POST /session/{session id}/element",
        "POST /session/{session id}/elements",
        "POST /session/{session id}/element/{element id}/element",
        "POST /session/{session id}/element/{element id}/elements",
        "POST /session/{session id}/shadow/{shadow id}/element",
        "POST /session/{session id}/shadow/{shadow id}/elements",
        "GET /session/{session id}/element/{element id}/selected",
        "GET /session/{session id}/element/{element id}/attribute/{name}",
        "GET /session/{session id}/element/{element id}/property/{name}",
        "GET /session/{session id}/element/{element id}/css/{name}",
        "GET /session/{session id}/element/{element id}/text",
        "GET /session/{session id}/element/{element id}/name",
        "GET /session/{session id}/element/{element id}/rect",
        "GET /session/{session id}/element/{element id}/enabled",
        "GET /session/{session id}/element/{element id}/computedrole",
        "GET /session/{session id}/element/{element id}/computedlabel",
        "POST /session/{session id}/element/{element id}/click",
        "POST /session/{session id}/element/{element id}/clear",
        "POST /session/{session id}/element/{element id}/value",
        "GET /session/{session id}/source",
        "POST /session/{session id}/execute/sync",
        "POST /session/{session id}/execute/async",
        "GET /session/{session id}/cookie",
        "GET /session/{session id}/cookie/{name}",
        "POST /session/{session id}/cookie",
        "DELETE /session/{session id}/cookie/{name}",
        "DELETE /session/{session id}/cookie",
        "POST /session/{session id}/actions",
        "DELETE /session/{session id}/actions",
        "POST /session/{session id}/alert/dismiss",
        "POST /session/{session id}/alert/accept",
        "GET /session/{session id}/alert/text",
        "POST /session/{session id}/alert/text",
        "GET /session/{session id}/screenshot",
        "GET /session/{session id}/element/{element id}/screenshot",
        "POST /session/{session id}/print",
    ]

    static let additionalEndpoints: Set<String> = [
        "GET /session/{session id}/element/{element id}/displayed",
        "GET /session/{session id}/screenshot/full",
        "POST /session/{session id}/goog/cdp/execute",
        "POST /session/{session id}/se/log",
        "GET /session/{session id}/se/log/types",
        "POST /session/{session id}/file",
        "POST /session/{session id}/se/file",
        "GET /sessions",
        "POST /shutdown",
    ]
}
