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

    @Test(
        "reads and checks 10,000 steps within half a second (without optimisation and on a busy machine: 30)"
    )
    func manySteps() {
        let text = Self.flow(steps: 10_000, lineEnd: "\n")
        var result: FlowReading?
        let time = ContinuousClock().measure { result = reading(text) }
        #expect(result?.told == [])
        #expect(result?.flow?.steps.count == 10_000)
        #expect(time < .seconds(30))
    }

    @Test("takes no longer for a file of one line, nor for one of many mistakes")
    func oneLine() {
        let text = Self.flow(steps: 10_000, lineEnd: " /*\u{2028}*/ ").replacing(" // a comment", with: "")
            .replacing("click:", with: "clik:")
        var result: FlowReading?
        let time = ContinuousClock().measure { result = reading(text) }
        #expect(result?.diagnostics.count == 2_000)
        #expect(time < .seconds(30))
    }
}
