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
        #expect(result?.diagnostics.count == 100)
        #expect((result?.untold ?? 0) + 100 == Self.steps / 5)
        #expect(time < Self.bound)
    }

    @Test("of very many mistakes the first 100 are told, and the others are counted, in little time")
    func manyMistakes() {
        let keys = String(repeating: "A:'1',", count: 20_000)
        let steps = String(repeating: "{ clik: '#a' },\n", count: 20_000)
        for (text, count) in [
            ("{ name: 'a', steps: [{ back: true }], variables: {\(keys)} }", 19_999),
            ("{ name: 'a', steps: [\n\(steps)] }", 20_000),
            ("{ name: 'a', steps: [{ back: true }],\n\(keys)}", 20_000),
        ] {
            var result: FlowReading?
            let time = ContinuousClock().measure { result = reading(text) }
            #expect(result?.diagnostics.count == 100)
            #expect((result?.untold ?? 0) + 100 == count)
            #expect(result?.diagnostics.map(\.position.line).max() ?? 0 <= 101)
            #expect(time < Self.bound)
        }
    }

    /// A flow whose variables are each twice the one before, the first of them 10 bytes.
    private static func doubling(_ count: Int, steps: String) -> String {
        let lines = (1...count).map { "A\($0): '${A\($0 - 1)}${A\($0 - 1)}'," }.joined(separator: "\n")
        return "{ name: 'a', variables: { A0: '0123456789',\n\(lines)\n}, steps: [\(steps)] }"
    }

    private static let help = "do variables multiply each other?"

    @Test("variables that multiply each other are a mistake of the first that is too long, at its place")
    func multiplying() {
        let flow = Self.doubling(40, steps: "{ fill: '#a', value: '${A40}' }")
        var result: FlowReading?
        let time = ContinuousClock().measure { result = reading(flow) }
        let message = "with its variables put in, this text is longer than 1 MB"
        #expect(result?.told == ["18:6 \(message); \(Self.help)"], "\(result?.told ?? [])")
        #expect(time < Self.bound)
    }

    @Test("texts with variables that are too long together are one mistake")
    func manyLongTexts() {
        let steps = String(repeating: "{ fill: '#a', value: '${A16}' },", count: 200)
        let told = reading(Self.doubling(16, steps: steps)).told
        let message = "with variables put in, the texts of the flow are longer than 64 MB in all"
        #expect(told.count == 1 && told.first?.hasSuffix("\(message); \(Self.help)") ?? false, "\(told)")
    }

    @Test("a reading that is cancelled ends soon")
    func cancelled() async {
        let text = Self.doubling(
            16,
            steps: String(repeating: "{ fill: '#a', value: '${A16}' },", count: 50_000)
        )
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return ContinuousClock().measure { _ = reading(text) }
        }
        #expect(await task.value < Self.bound)
    }
}
