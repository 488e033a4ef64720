import CanaryModel
import Testing

@testable import CanaryReport

@Suite("The exchange of a step that failed, as text,") struct ExchangeTextTests {
    private static let step: StepResult = {
        var exchange = SampleRun.exchange("POST", status: 503, body: #"{"a":1}"#)
        exchange.response.headers = [.init(name: "Retry-After", value: "5\u{1b}[2J")]
        exchange.response.content.text = "<busy>\n::error::now"
        (exchange.timings.wait, exchange.timings.receive) = (16, 0)
        var step = SampleRun.step(1, "Create an order", .failed, 42)
        step.exchanges = [SampleRun.exchange("GET", status: 200), exchange]
        return step
    }()

    @Test("has request and reply line by line, JSON in lines, the phases, and a command")
    func lines() {
        #expect(
            Self.step.failedExchange(bodyUpTo: 100) == [
                "> POST https://api.example/orders?a=<i>", "> X-<b>: </pre><script>1</script>", "> ", "> {",
                #">   "a": 1"#, "> }", "< HTTP/2 503 As <it> is", "< Retry-After: 5\u{1b}[2J", "< ",
                "< <busy>",
                "< ::error::now", "phases: first byte 16 ms",
                "curl -i --compressed -X 'POST' --url 'https://api.example/orders?a=<i>'"
                    + #" -H 'X-<b>: </pre><script>1</script>' --data-raw '{"a":1}'"#,
            ]
        )
        var passed = Self.step
        passed.outcome = .passed
        #expect(passed.failedExchange(bodyUpTo: 100) == [])
        #expect(Self.step.failedExchange(bodyUpTo: 4).contains("< <bu…"))
    }

    @Test("is in the JUnit file, of a step of a group too, and breaks nothing there")
    func junit() throws {
        var flow = SampleRun.failedFlow
        flow.attempts[0].steps = [SampleRun.step(1, "Group", .failed, 42, steps: [Self.step])]
        var run = SampleRun.run
        run.flows = [flow]
        let data = JUnitReport.data(for: run)
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains("&lt; HTTP/2 503 As &lt;it&gt; is\n") && text.contains("&lt; &lt;busy&gt;\n"))
        #expect(!text.contains("\u{1b}") && !text.contains("\n::error"))
    }

    @Test("is on the terminal of a verbose run, without what a terminal would do")
    func terminal() {
        let event = RunEvent.stepEnded(flow: "f", attempt: 1, group: nil, isCleanup: false, result: Self.step)
        func text(_ verbosity: TerminalReport.Verbosity) -> String {
            TerminalReport(folder: "results", titles: SampleRun.titles, verbosity: verbosity).text(for: event)
        }
        #expect(text(.verbose).contains("             < HTTP/2 503 As <it> is\n"))
        #expect(text(.verbose).contains("             > {\n") && !text(.verbose).contains("\u{1b}[2J"))
        #expect(!text(.normal).contains("503"))
    }
}
