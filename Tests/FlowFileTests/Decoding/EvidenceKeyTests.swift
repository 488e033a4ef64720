import CanaryModel
import Testing

@testable import FlowFile

@Suite("Evidence, failure policy and retries of a flow") struct EvidenceKeyTests {
    private static func flow(_ keys: String, environment: [String: String] = [:]) -> FlowReading {
        reading("{\(keys), name: 'a', steps: [{ back: true }]}", environment: environment)
    }

    @Test("are read with every option")
    func everything() {
        let reading = Self.flow(
            """
            evidence: { screenshots: "failures", console: false, har: true, bodies: true, dom: false,
              mask: ["#total", { css: ".card", within: "#cart" }] },
            failOn: ["pageError", "http5xx"], ignore: ["favicon", "^https://ads\\\\."], retries: 2
            """
        )
        #expect(reading.told == [])
        let flow = reading.flow
        #expect(flow?.evidence.screenshots == .failures)
        #expect(flow?.evidence.console == false)
        #expect(flow?.evidence.har == true)
        #expect(flow?.evidence.bodies == true)
        #expect(flow?.evidence.dom == false)
        #expect(flow?.evidence.mask.map(\.written) == ["#total", ".card within #cart"])
        #expect(
            flow?.failurePolicy
                == FailurePolicy(events: [.pageError, .http5xx], ignored: ["favicon", "^https://ads\\."])
        )
        #expect(flow?.retries == 2)
    }

    @Test("are the model's where the flow says nothing of them")
    func defaults() {
        let flow = Self.flow("tags: []").flow
        #expect(flow?.evidence == EvidenceOptions())
        #expect(flow?.failurePolicy == FailurePolicy())
        #expect(flow?.retries == 0)
    }

    @Test("take variables")
    func variables() {
        let flow = Self.flow(
            "retries: '${N}', ignore: ['${P}'], failOn: ['${E}']",
            environment: ["N": "3", "P": "a+", "E": "pageError"]
        ).flow
        #expect(flow?.retries == 3)
        #expect(flow?.failurePolicy == FailurePolicy(events: [.pageError], ignored: ["a+"]))
    }

    @Test(
        "are refused where they are wrong",
        arguments: [
            (
                "evidence: true",
                "1:12 evidence takes an object such as { screenshots: \"failures\", har: false }, got true"
            ),
            ("evidence: { hra: true }", "1:14 unknown key 'hra' in evidence; did you mean 'har'?"),
            (
                "evidence: { video: true }",
                "1:14 unknown key 'video' in evidence; it takes screenshots, console, har, bodies, dom, mask"
            ),
            ("evidence: { har: 'on' }", "1:19 har takes true or false, got the string 'on'"),
            (
                "evidence: { screenshots: true }",
                "1:27 screenshots takes \"all\", \"failures\" or \"none\", got true"
            ),
            (
                "evidence: { screenshots: 'failure' }",
                "1:27 screenshots takes \"all\", \"failures\" or \"none\", got 'failure'; did you mean 'failures'?"
            ),
            (
                "evidence: { har: false, bodies: true }",
                "1:26 the bodies are kept in the HAR, which is off here; leave one of them out"
            ),
            ("evidence: { mask: [] }", "1:20 mask names no target"),
            ("evidence: { mask: [1] }", "1:21 mask takes a target such as \"#save\", got the number 1"),
            (
                "failOn: ['pageErrors']",
                "1:11 the string 'pageErrors' is nothing that a flow can fail on; did you mean 'pageError'?"
            ),
            (
                "failOn: ['http4xx']",
                "1:11 the string 'http4xx' is nothing that a flow can fail on; did you mean 'http5xx'?"
            ),
            (
                "failOn: ['everything']",
                "1:11 the string 'everything' is nothing that a flow can fail on; there are pageError, consoleError, requestFailure, http5xx"
            ),
            ("failOn: 'pageError'", "1:10 failOn takes a list of strings, got the string 'pageError'"),
            ("ignore: ['x']", "1:2 'ignore' goes with 'failOn', which the flow does not have"),
            (
                "failOn: [], ignore: 'x'",
                "1:22 ignore takes a list of regular expressions, got the string 'x'"
            ),
            ("failOn: [], ignore: ['']", "1:23 an empty pattern would ignore everything"),
            (
                "failOn: [], ignore: ['(a']",
                "1:23 '(a' is not a valid regular expression: a '(' without its ')'; the syntax is JavaScript's, with the u flag"
            ),
            ("failOn: [], ignore: [1]", "1:23 an element of ignore takes a string, got the number 1"),
            ("retries: 11", "1:11 retries takes a whole number from 0 to 10, got the number 11"),
            ("retries: true", "1:11 retries takes a number, got true"),
            ("retires: 1", "1:2 unknown key 'retires' in a flow; did you mean 'retries'?"),
        ]
    )
    func mistakes(keys: String, told: String) {
        #expect(Self.flow(keys).told == [told])
    }
}
