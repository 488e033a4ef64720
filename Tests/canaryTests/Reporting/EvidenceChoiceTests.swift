import CanaryModel
import Testing

@testable import canary

@Suite("Evidence on the command line") struct EvidenceChoiceTests {
    @Test("goes before what a flow says, and leaves the rest as it is")
    func applied() throws {
        var flow = Flow(name: "a", steps: [])
        flow.evidence.dom = false
        flow.evidence.screenshots = .failures
        let choice = try EvidenceChoice(["har=off,bodies=on", "console=off", "console=on", "dom=on"])
        let evidence = choice.applied(to: flow).evidence
        #expect(!evidence.har && evidence.bodies && evidence.console && evidence.dom)
        #expect(evidence.screenshots == .failures)
        #expect(try EvidenceChoice([]).applied(to: flow) == flow)
    }

    @Test(
        "of screenshots is on, off or failures",
        arguments: [("on", .all), ("off", .none), ("failures", .failures)]
            as [(String, EvidenceOptions.Screenshots)]
    )
    func screenshots(_ value: String, _ expected: EvidenceOptions.Screenshots) throws {
        let position = SourcePosition(file: "a", line: 1, column: 1)
        let step = Step(
            name: "s",
            position: position,
            content: .action(Template(.reload)),
            screenshot: Template(.fullPage)
        )
        let group = Step(
            name: "g",
            position: position,
            content: .group([step]),
            screenshot: Template(.viewport)
        )
        let flow = Flow(name: "a", steps: [step, group], cleanup: [step])
        let chosen = try EvidenceChoice(["screenshots=\(value)"]).applied(to: flow)
        #expect(chosen.evidence.screenshots == expected)
        if value == "off" {
            #expect((chosen.steps + chosen.cleanup).allSatisfy { $0.screenshot == nil })
            guard case .group(let inner) = chosen.steps[1].content else { throw CancellationError() }
            #expect(inner[0].screenshot == nil)
        } else {
            #expect(chosen.steps == flow.steps)
        }
    }

    @Test(
        "is refused where it is wrong",
        arguments: [
            (
                "video=on",
                "unknown evidence 'video': there are screenshots, console, har, bodies, dom"
            ),
            (
                "hra=on",
                "unknown evidence 'hra': there are screenshots, console, har, bodies, dom; did you mean 'har'?"
            ),
            ("har", "--evidence har takes on or off, as in har=off"),
            ("har=yes", "--evidence har takes on or off, not 'yes'"),
            ("dom=failures", "--evidence dom takes on or off, not 'failures'"),
            ("screenshots=some", "--evidence screenshots takes on, off or failures, not 'some'"),
            ("har=on,", "unknown evidence '': there are screenshots, console, har, bodies, dom"),
        ]
    )
    func mistakes(_ text: String, _ message: String) throws {
        let error = #expect(throws: UsageError.self) { try EvidenceChoice([text]) }
        #expect(error?.description == message)
    }
}
