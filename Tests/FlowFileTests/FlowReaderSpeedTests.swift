import CanaryModel
import Testing

@testable import FlowFile

@Suite("Speed of the flow reader") struct FlowReaderSpeedTests {
    /// A flow of so many steps of the usual kinds.
    static func flow(steps: Int, lineEnd: String) -> String {
        let kinds = [
            "{ click: \"#row-${N} > a[href='x']\", timeout: \"5s\" },",
            "{ fill: \"label=User name\", value: \"${USERNAME:-canary}\" }, // a comment",
            "{ name: \"Row é\", waitFor: { visible: ['.row', \"role=row[name='a']\"] }, expect: { url: { contains: '/a' } } },",
            "{ expect: [{ text: { css: 'td', nth: 3, within: '#table' }, equals: \"a\\u00e9\" }, { count: 'li', atLeast: 1 }] },",
            "{ name: 'Group', steps: [{ press: 'Control+A' }, { script: 'return 1', args: [1, 'a'] }] },",
        ]
        let lines = (0..<steps).map { kinds[$0 % kinds.count] }
        return (["{ name: 'big', variables: { N: '7' }, steps: ["] + lines + ["] }"]).joined(
            separator: lineEnd
        )
    }

    /// Ten thousand, as the half second is promised for; without optimisation a fifth of them.
    private static var steps: Int {
        #if DEBUG
        2_000
        #else
        10_000
        #endif
    }

    /// Far over what it takes (0.15 s), since the machine may be busy; far under what it would take if
    /// a step cost more in a longer file.
    private static let bound = Duration.seconds(20)

    @Test("reads and checks a file of many steps at once")
    func manySteps() {
        let text = Self.flow(steps: Self.steps, lineEnd: "\n")
        var result: FlowReading?
        let time = ContinuousClock().measure { result = reading(text) }
        #expect(result?.told == [])
        #expect(result?.flow?.steps.count == Self.steps)
        #expect(time < Self.bound)
    }

    @Test("takes no longer for a file of one line, nor for one of many mistakes")
    func oneLine() {
        let text = Self.flow(steps: Self.steps, lineEnd: " /*\u{2028}*/ ").replacing(
            " // a comment",
            with: ""
        )
        .replacing("click:", with: "clik:")
        var result: FlowReading?
        let time = ContinuousClock().measure { result = reading(text) }
        #expect(result?.diagnostics.count == Self.steps / 5)
        #expect(time < Self.bound)
    }
}
