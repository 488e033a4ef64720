import CanaryModel
import Testing

@testable import CanaryReport

@Suite("Exchanges of a request step in an HTMLReport") struct ExchangeTests {
    private func text(_ exchanges: [HTTPArchive.Entry], _ outcome: Outcome) -> String {
        var flow = SampleRun.failedFlow
        var step = SampleRun.step(1, "Create an order", outcome, 42)
        step.exchanges = exchanges
        flow.attempts[0].steps = [step]
        var run = SampleRun.run
        run.flows = [flow]
        let data = HTMLReport.data(for: run) { _ in nil }
        return String(decoding: data, as: UTF8.self).replacing(ReportAsset.style.text, with: "")
    }

    @Test("show each try; of a step that did not pass, the last one is open")
    func tries() {
        let tries = [SampleRun.exchange("GET", status: 503), SampleRun.exchange("GET", status: 404)]
        let failed = text(tries, .failed)
        #expect(failed.matches(of: /<details class="exchange request"/).count == 2)
        #expect(failed.matches(of: /<details class="exchange request" open/).count == 1)
        #expect(failed.matches(of: /<span class="status bad">HTTP\/2 (503|404) As &lt;it&gt; is/).count == 2)
        let passed = text([SampleRun.exchange("GET", status: 200)], .passed)
        #expect(passed.matches(of: /<details class="exchange request"/).count == 1)
        #expect(!passed.contains("<details class=\"exchange request\" open"))
    }

    @Test("show the phases that took time, TLS apart from the connection")
    func phases() {
        var exchange = SampleRun.exchange("GET", status: 200)
        exchange.timings.dns = 4
        (exchange.timings.connect, exchange.timings.ssl) = (20, 16)
        (exchange.timings.wait, exchange.timings.receive) = (16, 0)
        let html = text([exchange], .passed)
        #expect(html.contains("dns 4.0 ms · connect 4.0 ms · tls 16 ms · first byte 16 ms</p>"))
        let parts = html.matches(of: #/<rect class="([a-z-]+)" /#).map { String($0.1) }
        #expect(parts == ["dns", "connect", "tls", "first-byte"])
    }

    @Test("show headers and bodies as text, JSON in lines, and one that is cut off as it is")
    func hostile() {
        var exchange = SampleRun.exchange("POST", status: 200, body: "<img src=x onerror=1>")
        exchange.response.headers = [.init(name: "Set-Cookie", value: "***")]
        exchange.response.content.text = #"{"a":{"b":["</script>"]}}"#
        let html = text([exchange], .failed)
        #expect(!html.contains("<img src=x") && !html.contains("<script>1") && !html.contains("<i>"))
        #expect(html.contains("&lt;img src=x onerror=1&gt;") && html.contains("&lt;/pre&gt;&lt;script&gt;1"))
        #expect(html.contains("Set-Cookie: ***\n\n{\n  &quot;a&quot;: {\n    &quot;b&quot;: ["))
        exchange.response.content.text = #"{"a":{"b":["cut"#
        #expect(text([exchange], .failed).contains("{&quot;a&quot;:{&quot;b&quot;:[&quot;cut"))
    }

    @Test(
        "stand below what held and what was saved, and a path that was probably meant is one of the response"
    )
    func facts() {
        var flow = SampleRun.failedFlow
        var diagnosis = Diagnosis(target: "$.id", name: nil, wanted: "to equal 1", reason: .absent)
        diagnosis.suggestions = ["$.data.id"]
        var failure = Failure(code: .expectation, message: "no")
        failure.diagnoses = [diagnosis]
        var step = SampleRun.step(1, "Read", .failed, 42, failure: failure)
        step.held = ["the status to be 200: 200"]
        flow.attempts[0].steps = [step]
        var run = SampleRun.run
        run.flows = [flow]
        let text = String(decoding: HTMLReport.data(for: run) { _ in nil }, as: UTF8.self)
        #expect(text.contains("<summary>1 condition held</summary>"))
        #expect(text.contains("This would have matched a value of the response:"))
    }

    @Test("say why there was no reply, and offer the command that the step kept")
    func command() {
        var exchange = SampleRun.exchange("POST", status: 0)
        exchange.error = "connection refused"
        exchange.command = #"curl -H 'Authorization: Bearer '"$TOKEN""#
        let html = text([exchange], .failed)
        #expect(html.contains("<span class=\"status bad\">no reply</span>"))
        #expect(html.contains("connection refused"))
        #expect(html.contains("data-copy=\"curl -H &#39;Authorization: Bearer &#39;&quot;$TOKEN&quot;\""))
    }
}
