import CanaryModel
import Testing

@testable import FlowFile

@Suite("Variables") struct VariablesTests {
    /// The value that a `fill` gets.
    private func filled(_ reading: FlowReading, step: Int = 0) -> String? {
        guard let steps = reading.flow?.steps, steps.indices.contains(step),
            case .fill(_, let value)? = steps[step].action
        else { return nil }
        return value
    }

    private func flow(_ value: String, variables: String = "{}") -> String {
        "{ name: 'a', variables: \(variables), steps: [ { fill: '#a', value: '\(value)' } ] }"
    }

    @Test(
        "are put into strings",
        arguments: [
            ("a ${NAME} b ${NAME}", "a canary b canary"), ("${UNSET:-default}", "default"),
            ("${UNSET:-}", ""),
            ("${EMPTY:-default}", "default"), ("${NAME:-default}", "canary"),
            ("${UNSET:-${NAME} two}", "canary two"), ("${UNSET:-${ALSO_UNSET:-deep}}", "deep"),
            ("$${NAME}", "${NAME}"), ("$$${NAME}", "$${NAME}"), ("a $ b $5 $", "a $ b $5 $"),
            ("{NAME}", "{NAME}"),
            ("${UNSET:-$${x}", "${x"), ("${UNSET:-a b:c-d}", "a b:c-d"), ("${EMPTY}", ""),
            ("é${NAME}é", "écanaryé"),
        ]
    )
    func expansion(text: String, expected: String) {
        let reading = reading(flow(text), environment: ["NAME": "canary", "EMPTY": ""])
        #expect(reading.told == [])
        #expect(filled(reading) == expected)
    }

    @Test("are one value each in the query of a URL, encoded where they would end there")
    func inURL() {
        let text = "{ name: 'a', steps: [ { open: 'http://a/${P}?q=${Q}&r=${Q}&${P}' } ] }"
        let reading = reading(text, environment: ["P": "b?c&d", "Q": "1&2#3+4 5%6"])
        #expect(reading.told == [])
        let url = "http://a/b?c&d?q=1%262%233%2B4 5%6&r=1%262%233%2B4 5%6&b?c&d"
        #expect(reading.flow?.steps.first?.content == .action(Template(.open(url: url))))
    }

    @Test("come from the command line, then the flow, then the environment")
    func order() {
        let text = flow("${A} ${B} ${C}", variables: "{ A: 'flow', B: 'flow' }")
        let environment = ["A": "environment", "B": "environment", "C": "environment"]
        let reading = reading(text, variables: ["A": "line"], environment: environment)
        #expect(filled(reading) == "line flow environment")
    }

    @Test("of a flow may refer to each other in any order, and to the environment")
    func references() {
        let variables =
            "{ URL: '${HOST}:${PORT}', HOST: '${USER}.example', PORT: 8080, ON: true, USER: '${USER:-nobody}' }"
        #expect(filled(reading(flow("${URL} ${ON}", variables: variables))) == "nobody.example:8080 true")
        let environment = ["USER": "me"]
        #expect(
            filled(reading(flow("${URL}", variables: variables), environment: environment))
                == "me.example:8080"
        )
    }

    @Test("put in no variables that stand in a value from outside")
    func notTwice() {
        #expect(filled(reading(flow("${A}"), environment: ["A": "${B} $${"])) == "${B} $${")
    }

    @Test("that refer to each other deeper than anybody writes are a mistake")
    func deep() {
        let chain = (0..<20_000).map { "A\($0): '${A\($0 + 1)}'" } + ["A20000: 'x'"]
        let reading = reading(
            "{ name: 't', steps: [{ back: true }], variables: { \(chain.joined(separator: ", ")) } }"
        )
        #expect(
            reading.diagnostics.map(\.message).contains(
                "the variables refer to each other more than 100 deep"
            )
        )
        let short = (0..<99).map { "A\($0): '${A\($0 + 1)}'" } + ["A99: 'x'"]
        let flow = "{ name: 't', steps: [{ back: true }], variables: { \(short.joined(separator: ", ")) } }"
        #expect(FlowFileTests.reading(flow).told == [])
    }

    @Test(
        "of a flow that are wrong are told where they are declared, once",
        arguments: [
            (
                "{ A: '${B}', B: '${C}', C: '${A}' }",
                "1:52 the variables refer to each other in a circle: A → B → C → A"
            ),
            (
                "{ A: '${B}' }",
                "1:31 the variable 'B' is not set; set it with --var B=… or in the environment"
            ),
            (
                "{ A: '${A}' }",
                "1:31 the variable 'A' is not set; set it with --var A=… or in the environment"
            ),
            (
                "{ A: 'a ${B' }",
                "1:33 '${' without its '}'; a variable is '${NAME}' or '${NAME:-default}', a literal '${' is '$${'"
            ),
            ("{ A: null }", "1:30 a variable takes a string, got null"),
            ("{ A: ['a'] }", "1:30 a variable takes a string, got a list"),
            ("{ A: NaN }", "1:30 a variable takes a string, got the number NaN"),
            (
                "{ A: 'a', 'b-c': 'd' }",
                "1:35 'b-c' cannot name a variable; letters, digits and _ can, a digit not first"
            ),
            ("['A']", "1:25 variables takes an object such as { USERNAME: \"canary\" }, got a list"),
        ]
    )
    func declarations(variables: String, told: String) {
        let value = variables.hasPrefix("[") ? "x" : "${A}"
        #expect(reading(flow(value, variables: variables)).told == [told])
    }

    @Test(
        "that are malformed or not set are told with their place in the string",
        arguments: [
            ("ab ${C}", "1:63 the variable 'C' is not set; set it with --var C=… or in the environment"),
            ("é ${USERNMAE}", "1:62 the variable 'USERNMAE' is not set; did you mean 'USERNAME'?"),
            (
                "${a.b}",
                "1:60 '${a.b}' is not a variable; a variable is '${NAME}' or '${NAME:-default}', a literal '${' is '$${'"
            ),
            (
                "${}",
                "1:60 '${}' is not a variable; a variable is '${NAME}' or '${NAME:-default}', a literal '${' is '$${'"
            ),
            (
                "${1A}",
                "1:60 '${1A}' is not a variable; a variable is '${NAME}' or '${NAME:-default}', a literal '${' is '$${'"
            ),
            (
                "a${A:-b",
                "1:61 '${' without its '}'; a variable is '${NAME}' or '${NAME:-default}', a literal '${' is '$${'"
            ),
        ]
    )
    func places(text: String, told: String) {
        #expect(reading(flow(text), variables: ["USERNAME": "x"]).told == [told])
    }

    @Test("cannot bring in the marks of saved values")
    func marks() {
        let told = reading(flow("${A}"), environment: ["A": SavedReference.mark("B")]).told
        #expect(told == ["1:59 a string cannot hold the control characters U+0001 and U+0002"])
    }

    @Test("are never put into keys")
    func keys() {
        let reading = reading("{ name: 'a', steps: [{ '${A}': '#b' }] }", environment: ["A": "click"])
        #expect(reading.told.first?.hasPrefix("1:24 unknown action '${A}'") ?? false)
    }

    @Test("that a step was to save have their own value where it did not")
    func unsaved() throws {
        let text = """
            { name: 'a', variables: { ID: 'declared' }, steps: [
              { save: { ID: { text: '#id' }, X: { text: '#x' } }, optional: true },
              { fill: '#a', value: '${ID} ${ID:-d} ${X:-x${Y:-y}} z${X:-\\u0301}' },
            ] }
            """
        let reading = reading(text)
        #expect(reading.told == [])
        guard case .action(let fill?)? = reading.flow?.steps[1].content,
            case .fill(_, let value) = try fill.resolved(with: [:])
        else { throw CancellationError() }
        #expect(value == "declared declared xy z\u{301}")
    }

    @Test("that a step saves are put in as the flow runs from there on, and not before")
    func saved() throws {
        let text = """
            { name: 'a', variables: { ID: 'first' }, steps: [
              { fill: '#a', value: '${ID}' },
              { save: { ID: { text: '#id' } } },
              { fill: '#a', value: 'is ${ID}' },
              { script: 'return 1', save: 'ONE', expect: { text: '#a', equals: '${ONE}' } },
              { open: '${ID}/x' },
            ] }
            """
        let reading = reading(text)
        #expect(reading.told == [])
        #expect(filled(reading) == "first")
        #expect(filled(reading, step: 2) == "is ${ID}")
        guard case .action(let fill?)? = reading.flow?.steps[2].content,
            case .fill(_, let value) = try fill.resolved(with: ["ID": "7"])
        else { throw CancellationError() }
        #expect(value == "is 7")
        let place = Target(Selector(.css("#a"), written: "#a"))
        #expect(
            reading.flow?.steps[3].expect.map(\.written.kind) == [
                .text(place, .equals("${ONE}"))
            ]
        )
    }

    @Test("that a flow makes for itself are known while it runs, also in its variables and in URLs")
    func generated() throws {
        let reading = reading(
            """
            { name: 't', baseURL: 'http://site', variables: { MAIL: 'u+${random:4}@x', now: '5' }, steps: [
              { open: '/?m=${MAIL}&u=${uuid:a}' }, { fill: '#a', value: '${MAIL} ${uuid:-no} ${now} ${now+1d}' } ] }
            """,
            environment: ["uuid": "of the environment"]
        )
        #expect(reading.told == [])
        #expect(
            reading.warnings.map(\.message) == ["the variable 'now' overrides the generated value ${now}"]
        )
        let flow = try #require(reading.flow)
        #expect(Set(flow.generated.map(\.written)) == ["random:4", "uuid:a", "uuid", "now+1d"])
        let values: [String: JSONValue] = ["random:4": "abcd", "uuid:a": "a&b", "uuid": "W", "now+1d": "T"]
        let actions = try flow.steps.compactMap { step in
            if case .action(let action?) = step.content { try action.resolved(with: values) } else { nil }
        }
        #expect(
            actions == [.open(url: "/?m=u%2Babcd@x&u=a%26b"), .fill(.css("#a"), value: "u+abcd@x W 5 T")]
        )
    }

    @Test("that a later step saves are told as used too early")
    func savedLater() {
        let text = "{ name: 'a', steps: [{ fill: '#a', value: '${ID}' }, { save: { ID: { title: true } } }] }"
        #expect(reading(text).told == ["1:44 the variable 'ID' is used before the step that saves it"])
    }

    @Test("that a step saves cannot stand where the flow must know them before it starts")
    func savedTooLate() {
        let text =
            "{ name: 'a', steps: [{ save: { T: { title: true } } }, { click: '#a', timeout: '${T}' }] }"
        #expect(
            reading(text).told == ["1:80 timeout cannot take a value that is only known while the flow runs"]
        )
    }
}
