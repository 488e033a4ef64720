import Foundation
import TestSupport
import Testing

@Suite("Validate and the start of a run") struct ValidateTests {
    private static let good = """
        { name: "good", title: "A good one", tags: ["smoke"], baseURL: "${SITE:-http://127.0.0.1:1}",
          steps: [{ open: "/" }, { click: "#a" }] }
        """
    private static let bad = """
        {
          name: "bad",
          steps: [
            { clik: "#a" },
            { open: "/", timeout: "soon" },
          ],
        }
        """

    private func inFolder(
        _ files: [String: String],
        _ arguments: [String],
        environment: [String: String] = [:],
        _ body: (Canary.Ended, String) throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            for (name, text) in files { try write(text, to: "\(folder)/\(name)") }
            try body(try await Canary.call(arguments, in: folder, environment: environment), folder)
        }
    }

    @Test("good flows are listed and counted")
    func goodOnes() async throws {
        try await inFolder(["good.canary.json5": Self.good], ["validate"]) { ended, _ in
            #expect(ended.status == 0)
            #expect(ended.output == "good  good.canary.json5  2 steps  smoke\n1 flow, 0 mistakes\n")
            #expect(ended.errors == "")
        }
    }

    @Test("a service file is checked with its flows, and the next times of its canaries are told")
    func service() async throws {
        let service = """
            { canaries: [ { flow: "good.canary.json5", schedule: "cron(30 9 1 1 ? *)", timezone: "Asia/Tokyo" },
                { name: "backup", push: true, every: "1d" } ] }
            """
        let files = ["good.canary.json5": Self.good, "canary-service.json5": service]
        try await inFolder(files, ["validate", "canary-service.json5"]) { ended, _ in
            #expect(ended.status == 0 && ended.errors == "")
            let lines = ended.output.split(separator: "\n").map(String.init)
            #expect(lines.count == 8 && lines[0] == "good  cron(30 9 1 1 ? *)  good.canary.json5")
            #expect(lines[1...5].allSatisfy { $0.hasSuffix("-01-01 09:30:00 +09:00") })
            #expect(
                lines.suffix(2) == ["backup  is pushed at least every 24h 00m", "2 canaries, 0 mistakes"]
            )
        }
        let wrong = files.merging(["canary-service.json5": "{ canaries: [ { flow: 'good.canary.json5' } ] }"])
        { $1 }
        try await inFolder(wrong, ["validate", "canary-service.json5"]) { ended, _ in
            #expect(ended.status == 2 && ended.output == "0 canaries, 1 mistake\n")
            #expect(ended.errors.hasPrefix("canary-service.json5:1:15: the canary has no 'schedule'"))
        }
        try await inFolder(files, ["validate", "canary-service.json5", "good.canary.json5"]) { ended, _ in
            #expect(ended.status == 2 && ended.errors.contains("'good.canary.json5' is not a service file"))
        }
        try await inFolder(files, ["validate", "canary-service.json5", "--tag", "smoke"]) { ended, _ in
            #expect(ended.status == 2 && ended.errors.contains("--tag and --name select flows"))
        }
    }

    @Test("what may not say what is meant is a warning, and no mistake")
    func warnings() async throws {
        let flow = Self.good.replacing(
            "{ click: \"#a\" }",
            with: "{ expect: { url: { contains: \"/dashboard\" } } }"
        )
        try await inFolder(["good.canary.json5": flow], ["validate"]) { ended, _ in
            #expect(ended.status == 0)
            #expect(ended.output.hasSuffix("\n1 flow, 0 mistakes, 1 warning\n"))
            #expect(
                ended.errors.hasPrefix("good.canary.json5:2:43: warning: contains '/dashboard' also holds")
            )
        }
    }

    @Test("every mistake of every file is told with its place and a caret")
    func badOnes() async throws {
        let files = [
            "a.canary.json5": Self.bad, "b.canary.json5": "{ name: 'b' ", "good.canary.json5": Self.good,
        ]
        try await inFolder(files, ["validate", "."]) { ended, _ in
            #expect(ended.status == 2)
            #expect(
                ended.output.hasSuffix("1 flow, \(ended.errors.split(separator: "\n").count / 3) mistakes\n")
            )
            #expect(
                ended.errors.contains("a.canary.json5:4:7: unknown action 'clik'; did you mean 'click'?\n")
            )
            #expect(ended.errors.contains("    { clik: \"#a\" },\n"))
            #expect(ended.errors.contains("a.canary.json5:5:27: "))
            #expect(ended.errors.contains("b.canary.json5:1:"))
        }
    }

    @Test("a run with a mistake anywhere starts nothing and writes nothing")
    func runOfBadOnes() async throws {
        let files = ["a.canary.json5": Self.bad, "good.canary.json5": Self.good]
        try await inFolder(files, ["run", "--name", "good", "--driver", "/nonexistent"]) { ended, folder in
            #expect(ended.status == 2)
            #expect(ended.output == "")
            #expect(ended.errors.contains("a.canary.json5:4:7: "))
            #expect(ended.errors.hasSuffix("canary: 3 mistakes; nothing was started\n"))
            let left = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(left.sorted() == files.keys.sorted())
        }
    }

    @Test(
        "nothing selected ends with 2 and says what there is",
        arguments: [
            (["--tag", "smok"], "did you mean 'smoke'?"), (["--name", "x*"], "Flows: good"),
            (["nowhere"], "nowhere: there is no such file or folder"),
        ]
    )
    func nothing(_ arguments: [String], _ message: String) async throws {
        for command in ["run", "validate"] {
            try await inFolder(["good.canary.json5": Self.good], [command] + arguments) { ended, _ in
                #expect(ended.status == 2)
                #expect(ended.errors.contains(message))
            }
        }
    }

    @Test("without a flow in the folder there is nothing to run")
    func empty() async throws {
        try await inFolder([:], ["run"]) { ended, _ in
            #expect(ended.status == 2)
            #expect(ended.errors.contains("no *.canary.json5 found in this folder or below"))
        }
    }

    @Test("variables come from --var, then the environment, then --env-file, the last of them first")
    func variables() async throws {
        let flow = """
            { name: "v", steps: [{ open: "http://${A}.${B}.${C}/", name: "${A} ${B} ${C} ${D}" }], tags: [] }
            """
        let files = [
            "v.canary.json5": flow, "one.env": "A=file1\nB=file1\nC=file1\nexport D='four'\n",
            "two.env": "C=file2\n",
        ]
        let arguments = ["validate", "--env-file", "one.env", "--env-file=two.env", "--var", "A=var"]
        try await inFolder(files, arguments, environment: ["A": "env", "B": "env"]) { ended, _ in
            #expect(ended.status == 0)
            #expect(ended.errors == "")
        }
        try await inFolder(files, ["run", "--env-file", "two.env", "--var", "A=var"]) { ended, _ in
            #expect(ended.status == 2)
            #expect(ended.errors.contains("the variable 'B' is not set"))
            #expect(ended.errors.contains("the variable 'D' is not set"))
            #expect(!ended.errors.contains("'C'"))
        }
    }

    private static let needy = """
        { name: "needy", tags: ["full"], secrets: ["CANARY_TEST_PW"],
          steps: [{ open: "${SITE_OF_THE_TEST}" }, { fill: "#p", value: "${CANARY_TEST_PW}" }] }
        """

    @Test("a flow is checked without its values, which are noted")
    func withoutValues() async throws {
        try await inFolder(["needy.canary.json5": Self.needy], ["validate"]) { ended, _ in
            #expect(ended.status == 0)
            #expect(
                ended.output
                    == "needy  needy.canary.json5  2 steps  full\n1 flow, 0 mistakes, 2 values to be set for a run\n"
            )
            #expect(
                ended.errors == """
                    needy.canary.json5:1:44: note: the secret 'CANARY_TEST_PW' is not set; set it in the \
                    environment, or with --env-file
                    needy.canary.json5:2:20: note: the variable 'SITE_OF_THE_TEST' is not set; set it with \
                    --var SITE_OF_THE_TEST=… or in the environment

                    """
            )
        }
    }

    @Test("a run needs the values of the flows that are selected, not those of others")
    func valuesOfSelected() async throws {
        let files = ["needy.canary.json5": Self.needy, "good.canary.json5": Self.good]
        for selection in [["--name", "good"], ["--tag", "smoke"]] {
            let run = ["run", "--driver", "/nonexistent"] + selection
            try await inFolder(files, run) { ended, _ in
                #expect(ended.status == 4, "it starts, and finds no driver")
                #expect(!ended.errors.contains("CANARY_TEST"))
            }
        }
        for selection in [["--name", "needy"], ["--tag", "full"], []] {
            let run = ["run", "--driver", "/nonexistent"] + selection
            try await inFolder(files, run) { ended, _ in
                #expect(ended.status == 2)
                #expect(
                    ended.errors.contains("needy.canary.json5:1:44: the secret 'CANARY_TEST_PW' is not set")
                )
                #expect(ended.errors.hasSuffix("canary: 2 mistakes; nothing was started\n"))
            }
        }
    }

    @Test("a mistake in a file of variables is told without its values")
    func environmentFile() async throws {
        let files = ["good.canary.json5": Self.good, "bad.env": "A=1\nhunter2 is my password\n"]
        try await inFolder(files, ["validate", "--env-file", "bad.env"]) { ended, _ in
            #expect(ended.status == 2)
            #expect(ended.errors.contains("bad.env:2:"))
            #expect(ended.errors.contains("1 mistake; nothing was started"))
            #expect(!ended.errors.contains("password"))
        }
    }

    @Test("browser arguments that canary does not know are listed, and keep nothing from running")
    func unknownArguments() async throws {
        let text = "{ name: 'a', steps: [{ open: 'about:blank' }],\nbrowser: { args: ['--some-thing=1'] } }"
        try await inFolder(["a.canary.json5": text], ["validate"]) { ended, _ in
            #expect(ended.status == 0)
            #expect(ended.output.hasSuffix("1 flow, 0 mistakes, 1 warning\n"))
            #expect(
                ended.errors
                    == "a.canary.json5:2:19: warning: canary does not know the browser argument "
                    + "'--some-thing=1', and hands it on\n"
            )
        }
    }

    @Test(
        "what a flow may not do by itself is allowed on the command line alone",
        arguments: [
            ("browser: { args: ['--no-sandbox'] }, steps: [{ back: true }]", ["--allow-browser-args"]),
            ("steps: [{ upload: '#a', files: ['/etc/passwd'] }]", ["--allow-file-access", "/etc"]),
            (
                "steps: [{ open: 'file:///etc/passwd' }]",
                ["--allow-file-access=/var", "--allow-file-access=/etc"]
            ),
            ("steps: [{ fill: '#a', value: '${API_KEY}' }]", ["--allow-env", "API_KEY"]),
        ] as [(String, [String])]
    )
    func permissions(text: String, options: [String]) async throws {
        let files = ["a.canary.json5": "{ name: 'a', baseURL: 'http://127.0.0.1:1', \(text) }"]
        let environment = ["API_KEY": "hunter-two"]
        try await inFolder(files, ["validate"], environment: environment) { ended, _ in
            #expect(ended.status == 2)
            #expect(ended.errors.contains(options[0].prefix { $0 != "=" }), "\(ended)")
            #expect(!ended.errors.contains("hunter-two"))
        }
        try await inFolder(files, ["validate"] + options, environment: environment) { ended, _ in
            #expect(ended.status == 0, "\(ended)")
        }
        try await inFolder(files, ["run"], environment: environment) { ended, _ in
            #expect(ended.status == 2)
            #expect(ended.errors.hasSuffix("1 mistake; nothing was started\n"))
        }
    }

    @Test("a folder or name that cannot be allowed is wrong usage")
    func wrongPermissions() async throws {
        try await inFolder(["a.canary.json5": Self.good], ["run", "--allow-file-access", "nowhere"]) {
            ended,
            _ in
            #expect(ended.status == 2 && ended.errors.contains("there is no folder 'nowhere'"))
        }
        try await inFolder(["a.canary.json5": Self.good], ["run", "--allow-env", "A B"]) { ended, _ in
            #expect(ended.status == 2 && ended.errors.contains("'A B' cannot name a variable"))
        }
    }
}
