import CanaryModel
import Testing

@testable import FlowFile

@Suite("Secrets") struct SecretsTests {
    private func flow(_ secrets: String, variables: String = "{}", step: String = "{ back: true }") -> String
    {
        "{ name: 'a', secrets: \(secrets), variables: \(variables),\n steps: [ \(step) ] }"
    }

    @Test("come from the command line or the environment")
    func sources() {
        let reading = reading(
            flow("['A', 'B']"),
            variables: ["A": "from the line"],
            environment: ["A": "not this", "B": "from outside"]
        )
        #expect(reading.flow?.secrets == ["A": "from the line", "B": "from outside"])
    }

    @Test(
        "are refused where they cannot be kept",
        arguments: [
            (
                "['PW']", [:],
                ["1:24 the secret 'PW' is not set; set it in the environment, or with --env-file"]
            ),
            (
                "['PW']", ["PW": ""],
                ["1:24 the secret 'PW' is not set; set it in the environment, or with --env-file"]
            ),
            (
                "['PW']", ["PW": "abc"],
                ["1:24 the secret 'PW' has fewer than 4 characters, too few to find it in what a run writes"]
            ),
            ("['PW', 'PW']", ["PW": "abcd"], ["1:30 the secret 'PW' is named twice"]),
            (
                "['p w']", [:],
                [
                    "1:24 'p w' cannot name a variable; secrets are names, their values come from the environment"
                ]
            ),
            ("'PW'", ["PW": "abcd"], ["1:23 secrets takes a list of strings, got the string 'PW'"]),
            ("{ PW: 'abcd' }", ["PW": "abcd"], ["1:23 secrets takes a list of strings, got an object"]),
        ] as [(String, [String: String], [String])]
    )
    func mistakes(secrets: String, environment: [String: String], told: [String]) {
        #expect(reading(flow(secrets), environment: environment).told == told)
    }

    @Test("are refused in the flow's own variables")
    func inTheFlow() {
        let reading = reading(
            flow("['PW']", variables: "{ PW: 'in the file' }"),
            environment: ["PW": "outside"]
        )
        #expect(
            reading.told == [
                "1:44 the value of the secret 'PW' cannot stand in the flow; set it in the environment"
            ]
        )
    }

    @Test("that are not set are told once, not at every use")
    func toldOnce() {
        let reading = reading(flow("['PW']", step: "{ fill: '#a', value: '${PW}' }"))
        #expect(reading.told.count == 1)
    }

    @Test("cannot be saved to")
    func saving() {
        let reading = reading(
            flow("['PW']", step: "{ save: { PW: { title: true } } }"),
            environment: ["PW": "geheim"]
        )
        #expect(reading.told == ["2:21 'PW' is a secret, and cannot be saved to"])
    }

    @Test(
        "never appear in a mistake, neither in its words nor in its line",
        arguments: [
            "{ open: 'gopher://${PW}' }", "{ press: '${PW}' }", "{ click: '${PW}=a' }",
            "{ click: 'role=button ${PW}' }",
            "{ click: '#a', timeout: '${PW}' }", "{ window: '${PW}' }", "{ upload: '#a', files: ['${PW}'] }",
            "{ use: '${PW}' }", "{ expect: { text: '#a', matches: '(${PW}' } }",
            "{ clik: 'hunter-two in the file' }",
            "{ press: '${HALF}' }", "{ click: '#a', 'hunter-two': 1 }",
        ]
    )
    func masking(step: String) {
        let text = flow("['PW']", variables: "{ HALF: 'x${PW}' }", step: step)
        let reading = reading(text, environment: ["PW": "hunter-two"])
        #expect(!reading.diagnostics.isEmpty)
        #expect(!reading.diagnostics.contains { $0.description.contains("hunter-two") })
    }

    @Test(
        "by whose names the environment tells them must be declared",
        arguments: [
            "API_KEY", "KEY", "GITHUB_TOKEN", "CLIENT_SECRET", "DB_PASSWORD", "AWS_CREDENTIALS", "api_token",
        ]
    )
    func undeclared(name: String) {
        let text = flow("[]", step: "{ fill: '#a', value: 'x${\(name)}' }")
        let told = reading(text, environment: [name: "hunter-two"]).told
        let help = "add secrets: [\"\(name)\"], or run with --allow-env \(name) if it is not one"
        let message =
            "the variable '\(name)' has the name of a secret, and would be shown in what a run writes"
        #expect(told == ["2:34 \(message); \(help)"])
        let permissions = FlowPermissions(environment: [name])
        #expect(reading(text, environment: [name: "hunter-two"], permissions: permissions).told == [])
        #expect(reading(text, variables: [name: "from the line"]).told == [])
        let declared = flow("['\(name)']", step: "{ fill: '#a', value: '${\(name)}' }")
        #expect(reading(declared, environment: [name: "hunter-two"]).told == [])
        let own = flow("[]", variables: "{ \(name): 'mine' }", step: "{ fill: '#a', value: '${\(name)}' }")
        #expect(reading(own, environment: [name: "hunter-two"]).told == [])
    }

    @Test(
        "are not told by names that only hold such words",
        arguments: ["KEYCLOAK_URL", "TOKEN_ENDPOINT", "MONKEY", "SECRETS", "PASSWORD_FIELD", "HOTKEY"]
    )
    func harmless(name: String) {
        let text = flow("[]", step: "{ fill: '#a', value: '${\(name)}' }")
        #expect(reading(text, environment: [name: "shown"]).told == [])
    }

    @Test("that variables and fallbacks bring in must be declared too, and one that is not set says how")
    func indirect() {
        let environment = ["API_KEY": "hunter-two"]
        let variable = flow("[]", variables: "{ A: '${API_KEY}' }", step: "{ fill: '#a', value: '${A}' }")
        #expect(reading(variable, environment: environment).diagnostics.count == 1)
        let fallback = flow("[]", step: "{ fill: '#a', value: '${B:-${API_KEY}}' }")
        #expect(reading(fallback, environment: environment).diagnostics.count == 1)
        #expect(
            reading(flow("[]", step: "{ fill: '#a', value: '${API_KEY}' }")).told == [
                "2:33 the variable 'API_KEY' is not set; add secrets: [\"API_KEY\"], and set it in the environment"
            ]
        )
    }
}
