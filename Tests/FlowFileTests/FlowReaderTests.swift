import CanaryModel
import Testing

@testable import FlowFile

@Suite("Flow reader") struct FlowReaderTests {
    private static let login = """
        {
          name: "login",                              // a-z 0-9 _ -, unique in a run
          title: "Sign in and see the dashboard",
          tags: ["smoke"],
          baseURL: "${BASE_URL}",
          variables: { USERNAME: "canary-test@example.com" },
          secrets: ["PASSWORD"],                      // read from the environment; appear nowhere
          timeout: "60s", stepTimeout: "10s",
          steps: [
            { name: "Landing page", open: "/", expect: { title: { contains: "Example App" } } },
            { click: "#login-btn" },
            { name: "Enter credentials", steps: [
                { fill: "#username", value: "${USERNAME}" },
                { fill: "#password", value: "${PASSWORD}" },
            ] },
            { click: "#submit-login" },
            { name: "Dashboard", waitFor: { visible: ".dashboard-container" }, timeout: "15s",
              expect: { url: { startsWith: "/dashboard" } } },
            { name: "Key elements", expect: [
                { visible: "#nav-menu", as: "Navigation menu" },
                { visible: "#metrics-panel", as: "Metrics panel" },
            ] },
          ],
          cleanup: [ { click: "#logout", optional: true } ],   // runs whatever happened above
        }
        """

    @Test("what is spread over lines stands where its action or condition does")
    func spreadPositions() throws {
        let text = """
            {
              name: "spread", baseURL: "https://example.com",
              steps: [
                {
                  name: "Save",
                  timeout: "1s",
                  click:
                    "#save",
                  expect: {
                    as: "The list",
                    visible: "#list"
                  },
                },
                { name: "Group",
                  steps: [{
                    open: "/" }] },
              ],
            }
            """
        let flow = try #require(reading(text, environment: [:], path: "spread.canary.json5").flow)
        let places = flow.steps.map { "\($0.position.line):\($0.position.column)" }
        #expect(places == ["7:7", "14:5"])
        #expect(flow.steps[0].expect[0].written.position.line == 11)
        guard case .group(let steps) = flow.steps[1].content else { throw Unreachable() }
        #expect(steps[0].position.line == 16)
    }

    private struct Unreachable: Error {}

    @Test("makes a whole flow of a file, with every position")
    func wholeFlow() throws {
        let environment = ["PASSWORD": "correct horse", "BASE_URL": "https://app.example.com"]
        let reading = reading(Self.login, environment: environment, path: "flows/login.canary.json5")
        #expect(reading.told == [])
        let at = { SourcePosition(file: "flows/login.canary.json5", line: $0, column: $1) }
        let css = { (text: String) in Target(Selector(.css(text), written: text)) }
        var flow = Flow(name: "login", title: "Sign in and see the dashboard", steps: [])
        flow.file = "flows/login.canary.json5"
        flow.tags = ["smoke"]
        flow.baseURL = "https://app.example.com"
        flow.secrets = ["PASSWORD": "correct horse"]
        flow.steps = [
            Step(
                name: "Landing page",
                position: at(10, 5),
                content: .action(Template(.open(url: "/"))),
                expect: [Template(Condition(.title(.contains("Example App")), position: at(10, 48)))]
            ),
            Step(
                name: "Click #login-btn",
                position: at(11, 5),
                content: .action(Template(.click(css("#login-btn"))))
            ),
            Step(
                name: "Enter credentials",
                position: at(12, 5),
                content: .group([
                    Step(
                        name: "Fill #username",
                        position: at(13, 9),
                        content: .action(Template(.fill(css("#username"), value: "canary-test@example.com")))
                    ),
                    Step(
                        name: "Fill #password",
                        position: at(14, 9),
                        content: .action(Template(.fill(css("#password"), value: "correct horse")))
                    ),
                ])
            ),
            Step(
                name: "Click #submit-login",
                position: at(16, 5),
                content: .action(Template(.click(css("#submit-login"))))
            ),
            Step(
                name: "Dashboard",
                position: at(17, 5),
                content: .action(
                    Template(
                        .waitFor([
                            Condition(.state(.visible, css(".dashboard-container")), position: at(17, 35))
                        ])
                    )
                ),
                expect: [Template(Condition(.url(.startsWith("/dashboard")), position: at(18, 15)))],
                timeout: .seconds(15)
            ),
            Step(
                name: "Key elements",
                position: at(19, 5),
                content: .action(nil),
                expect: [
                    Condition(
                        .state(.visible, css("#nav-menu")),
                        name: "Navigation menu",
                        position: at(20, 9)
                    ),
                    Condition(
                        .state(.visible, css("#metrics-panel")),
                        name: "Metrics panel",
                        position: at(21, 9)
                    ),
                ].map(Template.init)
            ),
        ]
        flow.cleanup = [
            Step(
                name: "Click #logout",
                position: at(24, 14),
                content: .action(Template(.click(css("#logout")))),
                isOptional: true
            )
        ]
        flow.files = reading.flow?.files
        #expect(flow.files?.allows(path: "/etc/passwd") == false)
        #expect(reading.flow == flow)
    }

    @Test("takes what a flow leaves out as the model does")
    func defaults() {
        let flow = reading("{ name: 'a', steps: [ { click: '#b' } ] }").flow
        #expect(flow?.title == "a")
        #expect(flow?.timeout == .seconds(60))
        #expect(flow?.stepTimeout == .seconds(10))
        #expect(flow?.cleanupTimeout == .seconds(15))
        #expect(flow?.browser == BrowserOptions())
        #expect(flow?.baseURL == nil)
    }

    @Test(
        "refuses what a flow cannot be",
        arguments: [
            ("[]", "1:1 a flow file takes an object such as { name: \"login\", steps: […] }, got a list"),
            (
                "{ steps: [{ back: true }] }",
                "1:1 the flow has no 'name'; add name: \"login\"; a name is made of a-z 0-9 _ -"
            ),
            ("{ name: 'a' }", "1:1 the flow has no 'steps'"),
            ("{ name: 'a', steps: [] }", "1:21 the flow needs at least one step"),
            ("{ name: 'a', steps: {} }", "1:21 steps takes a list of steps, got an object"),
            ("{ name: 'a', steps: 1 }", "1:21 steps takes a list of steps, got the number 1"),
            (
                "{ name: 'Log in', steps: [{ back: true }] }",
                "1:9 'Log in' is not a valid flow name; a name is made of a-z 0-9 _ -, 100 at most"
            ),
            (
                "{ name: '', steps: [{ back: true }] }",
                "1:9 '' is not a valid flow name; a name is made of a-z 0-9 _ -, 100 at most"
            ),
            ("{ name: 1, steps: [{ back: true }] }", "1:9 name takes a string, got the number 1"),
            (
                "{ name: 'a', stpes: [], steps: [{ back: true }] }",
                "1:14 unknown key 'stpes' in a flow; did you mean 'steps'?"
            ),
            (
                "{ name: 'a', parallel: 2, steps: [{ back: true }] }",
                "1:14 unknown key 'parallel' in a flow; it takes name, title, tags, baseURL, variables, secrets, timeout, stepTimeout, cleanupTimeout, retries, browser, evidence, allowStatus, failOn, ignore, requests, cleanupFailure, steps, cleanup"
            ),
            (
                "{ name: 'a', tags: 'smoke', steps: [{ back: true }] }",
                "1:20 tags takes a list of strings, got the string 'smoke'"
            ),
            (
                "{ name: 'a', tags: ['a b'], steps: [{ back: true }] }",
                "1:21 a tag is one word, got the string 'a b'"
            ),
            (
                "{ name: 'a', tags: [1], steps: [{ back: true }] }",
                "1:21 an element of tags takes a string, got the number 1"
            ),
            ("{ name: 'a', title: '', steps: [{ back: true }] }", "1:21 title is empty"),
            (
                "{ name: 'a', timeout: '0s', steps: [{ back: true }] }",
                "1:23 timeout must be longer than nothing"
            ),
            (
                "{ name: 'a', stepTimeout: '10', steps: [{ back: true }] }",
                "1:27 stepTimeout takes a time such as \"10s\", got '10'; add a unit: ms, s, m, h or d"
            ),
            (
                "{ name: 'a', baseURL: 'example.com', steps: [{ back: true }] }",
                "1:23 'example.com' is not a valid base URL: it must begin with http:// or https://; write http://example.com"
            ),
            (
                "{ name: 'a', baseURL: 'ftp://a', steps: [{ open: '/' }] }",
                "1:23 'ftp://a' is not a valid base URL: it must begin with http:// or https://"
            ),
            (
                "{ name: 'a', baseURL: 1, steps: [{ open: '/' }] }",
                "1:23 baseURL takes a URL such as \"https://app.example.com\", got the number 1"
            ),
            (
                "{ name: 'a', steps: [{ open: '/' }] }",
                "1:30 '/' cannot be opened: it is relative, and the flow has no baseURL; add baseURL: \"https://…\", or give --base-url"
            ),
            (
                "{ name: 'a', cleanup: {}, steps: [{ back: true }] }",
                "1:23 cleanup takes a list of steps, got an object"
            ),
            (
                "{ name: 'a', browser: 'x', steps: [{ back: true }] }",
                "1:23 browser takes an object such as { viewport: \"1280x720\" }, got the string 'x'"
            ),
        ]
    )
    func flowMistakes(text: String, told: String) {
        #expect(reading(text).told == [told])
        #expect(reading(text).flow == nil)
    }

    @Test("tells all mistakes of a file at once, from top to bottom")
    func allAtOnce() {
        let reading = reading(
            """
            {
              name: "Login",
              stepTimeout: 10,
              steps: [
                { clik: "#login-btn" },
                { fill: "#username" }
                { expect: { visibel: "#a" } },
                { open: "/${PAGE}" },
              ],
              cleanup: [ { click: "txt=Log out" } ],
            }
            """
        )
        #expect(
            reading.told == [
                "2:9 'Login' is not a valid flow name; a name is made of a-z 0-9 _ -, 100 at most",
                "3:16 stepTimeout takes a time such as \"10s\", got the number 10",
                "5:7 unknown action 'clik'; did you mean 'click'?",
                "6:7 'fill' needs 'value'; add value: \"…\"",
                "7:5 a ',' is missing before '{'",
                "7:17 unknown condition 'visibel'; did you mean 'visible'?",
                "8:13 '/${PAGE}' cannot be opened: it is relative, and the flow has no baseURL; "
                    + "add baseURL: \"https://…\", or give --base-url",
                "8:15 the variable 'PAGE' is not set; set it with --var PAGE=… or in the environment",
                "10:23 unknown target prefix 'txt='; did you mean 'text='?",
            ]
        )
    }

    @Test("shows a mistake with its line and a caret")
    func rendering() {
        let reading = reading("{ name: 'a', steps: [\n\t{ clik: '#b' } ] }")
        #expect(
            reading.diagnostics.map(\.description) == [
                """
                t.canary.json5:2:4: unknown action 'clik'; did you mean 'click'?
                        { clik: '#b' } ] }
                          ^
                """
            ]
        )
    }

    @Test("takes the base URL of the command line in place of the flow's")
    func baseURL() {
        let text = "{ name: 'a', baseURL: 'http://a', steps: [{ open: '${BASE_URL}/b' }] }"
        let flow = reading(text, variables: ["BASE_URL": "http://x"], baseURL: "http://c").flow
        #expect(flow?.baseURL == "http://c")
        #expect(flow?.steps.first?.content == .action(Template(.open(url: "http://c/b"))))
        let wrong = reading("{ name: 'a', steps: [{ open: '/' }] }", baseURL: "c:80")
        #expect(
            wrong.told == [
                "0:0 --base-url 'c:80' is not a valid base URL: it must begin with http:// or https://; write http://c:80"
            ]
        )
    }
}
