import CanaryModel
import Testing

@testable import FlowFile

@Suite("Shared steps") struct SharedStepsTests {
    private func read(_ folder: TemporaryFolder, _ name: String = "a.canary.json5") -> FlowReading {
        FlowReader().read(path: folder.path + "/" + name)
    }

    /// What is told, with file names that are relative to the folder.
    private func told(_ files: [String: String], _ name: String = "a.canary.json5") throws -> [String] {
        try TemporaryFolder.with(files) { folder in
            read(folder, name).diagnostics.map { folder.short($0.headline) }
        }
    }

    private static func flow(_ steps: String) -> String { "{ name: 'a', steps: [\n\(steps)\n] }" }

    @Test("alone take their place in the list, groups included, with positions in their own file")
    func spliced() throws {
        let files = [
            "a.canary.json5": Self.flow("{ use: 's.steps.json5' },\n{ click: '#z' }"),
            "s.steps.json5": "[\n  { click: '#a' },\n  { name: 'G', steps: [{ click: '#b' }] },\n]",
        ]
        try TemporaryFolder.with(files) { folder in
            let reading = read(folder)
            #expect(reading.told == [])
            #expect(reading.flow?.steps.map(\.name) == ["Click #a", "G", "Click #z"])
            #expect(
                reading.flow?.steps.map { folder.short($0.position.description) }
                    == ["s.steps.json5:2:3", "s.steps.json5:3:3", "a.canary.json5:3:1"]
            )
        }
    }

    @Test("beside a name or another modifier are a group")
    func group() throws {
        let files = [
            "a.canary.json5": Self.flow("{ name: 'Sign in', use: 'lib/s.steps.json5', timeout: '5s' }"),
            "lib/s.steps.json5": "{ steps: [{ use: 't.steps.json5' }, { click: '#b' }] }",
            "lib/t.steps.json5": "[{ click: '#a' }]",
        ]
        try TemporaryFolder.with(files) { folder in
            let reading = read(folder)
            #expect(reading.told == [])
            #expect(reading.flow?.steps.map(\.name) == ["Sign in"])
            #expect(reading.flow?.steps.first?.timeout == .seconds(5))
            guard case .group(let steps)? = reading.flow?.steps.first?.content else {
                Issue.record("no group")
                return
            }
            #expect(steps.map(\.name) == ["Click #a", "Click #b"])
        }
    }

    @Test("save variables for the steps after them, and take those of the steps before")
    func variables() throws {
        let files = [
            "a.canary.json5": Self.flow(
                "{ save: { A: { title: true } } }, { use: 's.steps.json5' }, { fill: '#a', value: '${B}' }"
            ),
            "s.steps.json5": "[{ fill: '#a', value: '${A}' }, { save: { B: { url: true } } }]",
        ]
        #expect(try told(files) == [])
    }

    @Test(
        "that cannot be had are told where they are used",
        arguments: [
            ("{ use: 'no.steps.json5' }", "'no.steps.json5' cannot be used: there is no such file"),
            ("{ use: 'lib' }", "'lib' cannot be used: this is a folder, not a file"),
            (
                "{ use: '../s.steps.json5' }",
                "'../s.steps.json5' lies outside of the flow's folder and the current folder; \(outsideHelp)"
            ),
            (
                "{ use: 'lib/../../s.steps.json5' }",
                "'lib/../../s.steps.json5' lies outside of the flow's folder and the current folder; \(outsideHelp)"
            ),
            (
                "{ use: '/etc/passwd' }",
                "'/etc/passwd' lies outside of the flow's folder and the current folder; \(outsideHelp)"
            ),
            ("{ use: '' }", "use names no file"),
            ("{ use: 1 }", "use takes a file such as \"sign-in.steps.json5\", got the number 1"),
        ]
    )
    func missing(step: String, message: String) throws {
        let files = ["a.canary.json5": Self.flow(step), "lib/x.steps.json5": "[]"]
        #expect(try told(files) == ["a.canary.json5:2:8: \(message)"])
    }

    @Test("with mistakes are told in their own file, once however often they are used")
    func mistakes() throws {
        let files = [
            "a.canary.json5": Self.flow(
                "{ use: 's.steps.json5' },\n{ use: 's.steps.json5' },\n{ clik: '#a' }"
            ),
            "s.steps.json5": "[\n{ clik: '#a' }\n{ name: 'G', steps: [{ back: 1 }] }, ]",
        ]
        #expect(
            try told(files) == [
                "a.canary.json5:4:3: unknown action 'clik'; did you mean 'click'?",
                "s.steps.json5:2:3: unknown action 'clik'; did you mean 'click'?",
                "s.steps.json5:3:1: a ',' is missing before '{'",
                "s.steps.json5:3:30: back takes true, got the number 1",
            ]
        )
    }

    @Test(
        "of the wrong shape are told",
        arguments: [
            ("{}", "1:1: a file of shared steps needs 'steps'"),
            ("[]", "1:1: a file of shared steps needs at least one step"),
            ("1", "1:1: a file of shared steps takes a list of steps, got the number 1"),
            (
                "{ name: 'x', steps: [{ back: true }] }",
                "1:3: unknown key 'name' in a file of shared steps; it takes steps"
            ),
            ("[", "1:2: expected ']' to close the '[' of 1:1, got the end of the file"),
        ]
    )
    func shapes(text: String, message: String) throws {
        let files = ["a.canary.json5": Self.flow("{ use: 's.steps.json5' }"), "s.steps.json5": text]
        #expect(try told(files) == ["s.steps.json5:\(message)"])
    }

    @Test("cannot bring a group into a group")
    func nestedGroup() throws {
        let files = [
            "a.canary.json5": Self.flow("{ name: 'G', use: 's.steps.json5' }"),
            "s.steps.json5": "[{ steps: [{ back: true }] }]",
        ]
        #expect(try told(files) == ["s.steps.json5:1:4: a group cannot hold a group"])
    }

    @Test("cannot use themselves, directly or by others")
    func circles() throws {
        let files = [
            "a.canary.json5": Self.flow("{ use: 's.steps.json5' }"),
            "s.steps.json5": "[{ use: 't.steps.json5' }]",
            "t.steps.json5": "[{ use: './s.steps.json5' }]",
        ]
        #expect(
            try told(files) == [
                "t.steps.json5:1:9: shared steps use themselves: s.steps.json5 → t.steps.json5 → s.steps.json5"
            ]
        )
    }

    @Test("cannot make a flow of endless length")
    func explosion() throws {
        var files = ["a.canary.json5": Self.flow("{ use: '0.json5' }")]
        for level in 0..<12 {
            let use = "{ use: '\(level + 1).json5' },"
            files["\(level).json5"] = "[\(String(repeating: use, count: 10))]"
        }
        files["12.json5"] = "[{ back: true }]"
        let told = try told(files)
        #expect(told.count == 1)
        #expect(
            told.first?.hasSuffix("a flow has at most 100000 steps, shared ones counted where they are used")
                ?? false
        )
    }
}
