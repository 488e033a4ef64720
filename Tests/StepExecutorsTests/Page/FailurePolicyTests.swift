import CanaryModel
import CanaryRunner
import TestSupport
import Testing

@testable import StepExecutors

@Suite("What the policy of a flow does not let pass") struct FailurePolicyTests {
    /// Something that happens on a page, the event that it is, and how it is told.
    struct Happening: CustomTestStringConvertible {
        let event: FailurePolicy.Event
        var console: [ConsoleEntry] = []
        var requests: [FailedRequest] = []
        let message: String
        var testDescription: String { message }
    }

    private static func entry(
        _ text: String,
        source: String,
        level: ConsoleEntry.Level = .error
    ) -> ConsoleEntry {
        ConsoleEntry(level: level, source: source, text: text, url: "http://site/widget.js", time: .now())
    }

    private static func request(status: Int? = nil, error: String? = nil) -> FailedRequest {
        FailedRequest(
            method: "GET",
            url: "http://site/widget",
            type: "Fetch",
            status: status,
            error: error,
            time: .now(),
            duration: 1
        )
    }

    static let happenings = [
        Happening(
            event: .pageError,
            console: [entry("Uncaught Error: no", source: "javascript")],
            message: "an error in the page: Uncaught Error: no (http://site/widget.js)"
        ),
        Happening(
            event: .consoleError,
            console: [entry("no", source: "console-api")],
            message: "an error on the console: no (http://site/widget.js)"
        ),
        Happening(
            event: .consoleError,
            console: [entry("no http://site/widget.js", source: "network")],
            message: "an error on the console: no http://site/widget.js"
        ),
        Happening(
            event: .requestFailure,
            requests: [request(error: "net::ERR_FAILED")],
            message: "a request failed: GET http://site/widget: net::ERR_FAILED"
        ),
        Happening(
            event: .http5xx,
            requests: [request(status: 503), request(status: 500)],
            message: "a request was answered with status 503: GET http://site/widget (and 1 more)"
        ),
    ]

    @Test(
        "is told with what it was, unless it is ignored or the policy has nothing against it",
        arguments: happenings
    )
    func failure(_ happening: Happening) throws {
        let policy = FailurePolicy(events: [happening.event])
        let error = try #require(policy.error(for: happening.console, happening.requests))
        #expect(error.code == .gate && error.description == happening.message)
        let ignoring = FailurePolicy(events: [happening.event], ignored: ["other", "[Ww]idget"])
        #expect(ignoring.error(for: happening.console, happening.requests) == nil)
        #expect(FailurePolicy().error(for: happening.console, happening.requests) == nil)
    }

    @Test("is no warning, no reply below 500, and nothing of another kind")
    func others() {
        let warning = Self.entry("no", source: "console-api", level: .warning)
        let all = FailurePolicy(events: Set(FailurePolicy.Event.allCases))
        #expect(all.error(for: [warning], [Self.request(status: 404)]) == nil)
        let console = Self.entry("no", source: "console-api")
        #expect(FailurePolicy(events: [.pageError]).error(for: [console], []) == nil)
        #expect(FailurePolicy(events: [.http5xx]).error(for: [], [Self.request(error: "x")]) == nil)
    }
}
