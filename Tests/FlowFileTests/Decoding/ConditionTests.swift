import CanaryModel
import Testing

@testable import FlowFile

@Suite("Conditions of a flow file") struct ConditionTests {
    private static let place = Target(Selector(.css("#a"), written: "#a"))

    private func conditions(_ text: String) -> [Condition] {
        let reading = readingStep("{ expect: \(text) }")
        #expect(reading.told == [])
        return reading.flow?.steps.first?.expect.map(\.written) ?? []
    }

    @Test("ask for a state of a target", arguments: ElementState.allCases)
    func states(state: ElementState) {
        #expect(conditions("{ \(state.rawValue): '#a' }").map(\.kind) == [.state(state, Self.place)])
    }

    @Test(
        "warn of a path that a query may hold too",
        arguments: [
            ("{ contains: '/dashboard' }", true), ("{ endsWith: '/dashboard' }", true),
            ("'/dashboard'", false),
            ("{ startsWith: '/dashboard' }", false), ("{ contains: 'dashboard' }", false),
            ("{ contains: '/dashboard?tab=1' }", false), ("{ matches: '/dashboard$' }", false),
            ("{ contains: 'example.com/dashboard' }", false),
        ]
    )
    func paths(comparison: String, isWarned: Bool) {
        let reading = readingStep("{ expect: { url: \(comparison) } }")
        #expect(reading.flow != nil && reading.told == [])
        #expect(
            reading.warnings.map { "\($0.message); \($0.suggestion ?? "")" }
                == (isWarned
                    ? [
                        "\(comparison.contains("endsWith") ? "endsWith" : "contains") '/dashboard' also holds where the path "
                            + "stands in a query, as on a sign-in page: ?next=…; compare the path: startsWith: '/dashboard'"
                    ] : [])
        )
        #expect(readingStep("{ expect: { url: \(comparison), not: true } }").warnings == [])
    }

    @Test(
        "compare what is seen",
        arguments: [
            ("{ text: '#a', equals: 'x' }", Condition.Kind.text(place, .equals("x"))),
            ("{ text: '#a', equals: '' }", .text(place, .equals(""))),
            ("{ text: '#a', equals: 3 }", .text(place, .equalsNumber(3))),
            ("{ text: '#a', contains: 'x' }", .text(place, .contains("x"))),
            ("{ text: '#a', matches: '^\\\\d+$' }", .text(place, .matches("^\\d+$"))),
            ("{ text: '#a', startsWith: 'x' }", .text(place, .startsWith("x"))),
            ("{ text: '#a', endsWith: 'x' }", .text(place, .endsWith("x"))),
            ("{ text: '#a', atLeast: -1.5 }", .text(place, .atLeast(-1.5))),
            ("{ value: '#a', atMost: 0x10 }", .value(place, .atMost(16))),
            ("{ value: '#a', equals: 'x' }", .value(place, .equals("x"))),
            (
                "{ attribute: '#a', name: 'href', endsWith: '/x' }",
                .attribute(place, name: "href", .endsWith("/x"))
            ),
            ("{ count: '#a', equals: 0 }", .count(place, .equalsNumber(0))),
            ("{ count: '#a', atLeast: 3 }", .count(place, .atLeast(3))),
            ("{ count: '#a', atMost: '${MAX:-7}' }", .count(place, .atMost(7))),
            ("{ title: 'x' }", .title(.equals("x"))),
            ("{ title: { startsWith: 'x' } }", .title(.startsWith("x"))),
            ("{ url: { matches: '/users/\\\\d+$' } }", .url(.matches("/users/\\d+$"))),
            ("{ url: '' }", .url(.equals(""))),
            ("{ script: 'return 1', equals: 1 }", .script(Script(source: "return 1"), .equalsNumber(1))),
            ("{ script: 'return 1', equals: true }", .script(Script(source: "return 1"), .equals("true"))),
            (
                "{ script: 'return `$${a}`', args: [{ a: 1 }], contains: 'x' }",
                .script(Script(source: "return `${a}`", args: [.object(["a": .number(1)])]), .contains("x"))
            ),
        ]
    )
    func comparisons(text: String, kind: Condition.Kind) {
        #expect(conditions(text).map(\.kind) == [kind])
    }

    @Test("with two comparisons must hold in both")
    func ranges() {
        let found = conditions("{ count: '#a', atLeast: 1, atMost: 3, as: 'Rows' }")
        #expect(found.map(\.kind) == [.count(Self.place, .atLeast(1)), .count(Self.place, .atMost(3))])
        #expect(found.map(\.name) == ["Rows", "Rows"])
        #expect(
            conditions("{ url: { startsWith: 'http:', endsWith: '/x' } }").map(\.kind)
                == [.url(.startsWith("http:")), .url(.endsWith("/x"))]
        )
    }

    @Test("carry a name, a negation and their place")
    func modifiers() {
        let found = conditions(
            "[\n { visible: '#a', as: 'Menu', not: true },\n { hidden: '#a', not: false } ]"
        )
        #expect(found.map(\.name) == ["Menu", nil])
        #expect(found.map(\.isNegated) == [true, false])
        #expect(found.map(\.position.description) == ["t.canary.json5:3:2", "t.canary.json5:4:2"])
    }

    @Test(
        "name a step that only expects",
        arguments: [
            ("{ visible: '#a' }", "Expect #a visible"),
            ("{ visible: '#a', not: true }", "Expect #a not visible"),
            ("[{ visible: '#a', as: 'Menu' }, { title: 'x' }]", "Expect Menu visible and 1 more"),
            ("{ text: '#a', contains: 'x' }", "Expect text of #a"),
            ("{ attribute: '#a', name: 'href', contains: 'x' }", "Expect href of #a"),
            ("{ count: 'li', atLeast: 1 }", "Expect number of li"),
            ("{ title: 'x' }", "Expect title"),
        ]
    )
    func names(text: String, name: String) {
        #expect(readingStep("{ expect: \(text) }").flow?.steps.first?.name == name)
    }

    @Test("are not needed by a step that only takes a picture")
    func pictureOnly() {
        let step = readingStep("{ screenshot: 'full' }").flow?.steps.first
        #expect(step?.name == "Screenshot")
        #expect(step?.screenshot?.written == .fullPage)
    }
}
