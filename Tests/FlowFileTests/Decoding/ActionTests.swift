import CanaryModel
import Testing

@testable import FlowFile

@Suite("Actions of a flow file") struct ActionTests {
    private static let place = Target(Selector(.css("#a"), written: "#a"))
    private static let other = Target(Selector(.css("#b"), written: "#b"))

    @Test(
        "are read with their parameters, and give the step its name",
        arguments: [
            ("open: '/a'", Action.open(url: "/a"), "Open /a"),
            (
                "open: 'https://b.example/', status: 404", .open(url: "https://b.example/"),
                "Open https://b.example/"
            ),
            ("open: 'about:blank'", .open(url: "about:blank"), "Open about:blank"),
            ("click: '#a'", .click(place), "Click #a"),
            ("doubleClick: '#a'", .doubleClick(place), "Double-click #a"),
            ("rightClick: '#a'", .rightClick(place), "Right-click #a"),
            ("hover: '#a'", .hover(place), "Hover over #a"),
            ("check: '#a'", .check(place), "Check #a"),
            ("uncheck: '#a'", .uncheck(place), "Uncheck #a"),
            ("scroll: '#a'", .scroll(place), "Scroll to #a"),
            ("fill: '#a', value: 'x'", .fill(place, value: "x"), "Fill #a"),
            ("fill: '#a', value: ''", .fill(place, value: ""), "Fill #a"),
            ("type: '#a', value: 'x'", .type(place, text: "x"), "Type into #a"),
            ("select: '#a', option: 'Red'", .select(place, .label("Red")), "Select in #a"),
            ("select: '#a', value: 'r'", .select(place, .value("r")), "Select in #a"),
            ("drag: '#a', to: '#b'", .drag(place, to: other), "Drag #a to #b"),
            ("window: 'new'", .window(.new), "Go to new window"),
            ("window: 'main'", .window(.main), "Go to main window"),
            ("window: 'close'", .window(.close), "Close window"),
            ("window: 2", .window(.number(2)), "Go to window 2"),
            ("dialog: 'accept'", .dialog(DialogAnswer(accepts: true)), "Accept dialog"),
            (
                "dialog: 'accept', value: 'x', message: 'Name?'",
                .dialog(DialogAnswer(accepts: true, value: "x", message: .equals("Name?"))), "Accept dialog"
            ),
            (
                "dialog: 'dismiss', message: { contains: 'sure' }",
                .dialog(DialogAnswer(accepts: false, message: .contains("sure"))), "Dismiss dialog"
            ),
            ("script: 'return 1'", .script(Script(source: "return 1")), "Run script"),
            (
                "script: 'return 1', args: [1, 'a', null, { b: [true] }], save: 'ONE'",
                .script(
                    Script(
                        source: "return 1",
                        args: [.number(1), .string("a"), .null, .object(["b": .array([.bool(true)])])],
                        save: "ONE"
                    )
                ),
                "Run script"
            ),
            (
                "save: { T: { text: '#a' }, V: { value: '#a' }, N: { count: '#a' } }",
                .save([
                    SavedValue(name: "T", reading: .text(place)),
                    SavedValue(name: "V", reading: .value(place)),
                    SavedValue(name: "N", reading: .count(place)),
                ]),
                "Save T, V, N"
            ),
            (
                "save: { H: { attribute: '#a', name: 'href' }, P: { title: true }, U: { url: true } }",
                .save([
                    SavedValue(name: "H", reading: .attribute(place, name: "href")),
                    SavedValue(name: "P", reading: .title), SavedValue(name: "U", reading: .url),
                ]),
                "Save H, P, U"
            ),
            ("pause: '1.5s'", .pause(.milliseconds(1500)), "Pause 1500ms"),
            ("pause: '2m'", .pause(.seconds(120)), "Pause 120s"),
            ("pause: '2m', timeout: '1s'", .pause(.seconds(120)), "Pause 120s"),
            ("reload: true", .reload, "Reload"),
            ("back: true", .back, "Go back"),
            ("forward: true", .forward, "Go forward"),
        ]
    )
    func actions(members: String, action: Action, name: String) {
        let reading = readingStep("{ \(members) }")
        #expect(reading.told == [])
        #expect(reading.flow?.steps.first?.content == .action(Template(action)))
        #expect(reading.flow?.steps.first?.name == name)
    }

    @Test(
        "name the statuses that are right, where they can load a document",
        arguments: [
            ("open: '/a', status: 404", [404]), ("click: '#a', status: [200, 503]", [200, 503]),
            ("press: 'Enter', status: 500", [500]), ("waitFor: { title: 'x' }, status: 500", [500]),
            ("window: 'new', status: 500", [500]), ("back: true, status: 500", [500]), ("reload: true", []),
        ]
    )
    func statuses(members: String, statuses: [Int]) {
        #expect(readingStep("{ \(members) }").flow?.steps.first?.status == statuses)
    }

    @Test("press a key or a chord, on a target or on what has the focus")
    func press() throws {
        let chord = try KeyChord(written: "Control+Shift+a")
        #expect(
            readingStep("{ press: 'Control+Shift+a' }").flow?.steps.first?.content
                == .action(Template(.press(chord, target: nil)))
        )
        let step = readingStep("{ press: 'Enter', target: '#a' }").flow?.steps.first
        #expect(
            step?.content == .action(Template(.press(try KeyChord(written: "Enter"), target: Self.place)))
        )
        #expect(step?.name == "Press Enter on #a")
    }

    @Test("wait for conditions, and are named after the first")
    func waitFor() {
        let step = readingStep("{ waitFor: [{ visible: '#a', as: 'Menu' }, { title: 'x' }] }").flow?.steps
            .first
        guard case .waitFor(let conditions)? = step?.action else {
            Issue.record("no waitFor")
            return
        }
        #expect(conditions.map(\.kind) == [.state(.visible, Self.place), .title(.equals("x"))])
        #expect(step?.name == "Wait for Menu visible and 1 more")
    }

    @Test(
        "take the modifiers of a step",
        arguments: [
            ("timeout: '5s'", Step(name: "Click #a", timeout: .seconds(5))),
            ("screenshot: false", Step(name: "Click #a", screenshot: StepScreenshot.none)),
            ("screenshot: true", Step(name: "Click #a", screenshot: .viewport)),
            ("screenshot: 'full'", Step(name: "Click #a", screenshot: .fullPage)),
            ("screenshot: '#b'", Step(name: "Click #a", screenshot: .element(other))),
            ("screenshot: { css: '#b' }", Step(name: "Click #a", screenshot: .element(other))),
            ("mask: '#b'", Step(name: "Click #a", mask: [other])),
            ("mask: ['#b', { css: '#a' }]", Step(name: "Click #a", mask: [other, place])),
            ("optional: true", Step(name: "Click #a", isOptional: true)),
            ("soft: true", Step(name: "Click #a", isSoft: true)),
            ("name: 'Save it'", Step(name: "Save it")),
            ("frame: '#b'", Step(name: "Click #a", frame: [other])),
            ("frame: ['#b', '#a']", Step(name: "Click #a", frame: [other, place])),
        ]
    )
    func modifiers(member: String, expected: Step) {
        var step = expected
        step.content = .action(Template(.click(Self.place)))
        step.position = SourcePosition(file: "t.canary.json5", line: 2, column: 1)
        let reading = readingStep("{ click: '#a', \(member) }")
        #expect(reading.told == [])
        #expect(reading.flow?.steps == [step])
    }

    @Test("may stand in groups, which are named after their number of steps")
    func groups() {
        let reading = readingStep(
            "{ steps: [{ click: '#a' }, { expect: { url: 'x' } }], timeout: '5s', frame: '#b', expect: { title: 't' } }"
        )
        let group = reading.flow?.steps.first
        #expect(group?.name == "Group of 2 steps")
        #expect(group?.timeout == .seconds(5))
        #expect(group?.frame == [Template(Self.other)])
        #expect(group?.expect.map(\.written.kind) == [.title(.equals("t"))])
        guard case .group(let steps)? = group?.content else {
            Issue.record("no group")
            return
        }
        #expect(steps.map(\.name) == ["Click #a", "Expect URL"])
    }

    @Test("never show in a name what is typed or secret, and a saved value as it is written")
    func secretNames() {
        let reading = reading(
            """
            { name: 'a', secrets: ['TOKEN'], steps: [
              { save: { ID: { text: '#id' } } },
              { click: '#row-${ID}' },
              { click: 'text=${TOKEN}' },
              { name: 'Row ${ID} of ${TOKEN}', fill: '#b', value: '${TOKEN}' },
              { fill: '#b', value: 'typed' },
            ] }
            """,
            environment: ["TOKEN": "s3cret"]
        )
        #expect(
            reading.flow?.steps.map(\.name)
                == ["Save ID", "Click #row-${ID}", "Click text=***", "Row ${ID} of ${TOKEN}", "Fill #b"]
        )
    }
}

extension Step {
    /// A step whose content and position are still to be set.
    fileprivate init(
        name: String,
        timeout: Duration? = nil,
        screenshot: StepScreenshot? = nil,
        mask: [Target] = [],
        isOptional: Bool = false,
        isSoft: Bool = false,
        frame: [Target] = []
    ) {
        self.init(
            name: name,
            position: SourcePosition(file: "", line: 1, column: 1),
            content: .action(nil),
            timeout: timeout,
            screenshot: screenshot.map(Template.init),
            mask: mask.map(Template.init),
            isOptional: isOptional,
            isSoft: isSoft,
            frame: frame.map(Template.init)
        )
    }
}
