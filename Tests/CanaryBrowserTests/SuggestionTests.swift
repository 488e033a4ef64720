import CanaryBrowser
import CanaryModel
import Testing

@Suite("What is suggested in place of a target") struct SuggestionTests {
    static let wait = Duration.milliseconds(600)

    static let framed = """
        <!doctype html><h1>Top</h1><p class=editor hidden>x</p><iframe id=tool-2916441
        srcdoc='<p class=editor>y</p><button>Run query</button><iframe name=inner srcdoc="<input id=deep>"></iframe>'>
        </iframe><iframe hidden srcdoc='<b id=unseen>x'></iframe>
        """
    static let inFrames: [(Target, [String])] = [
        (
            .by(.text(TextPattern("Run query"))),
            [##"{ text: "Run query", frame: "#tool-2916441" }"##]
        ),
        (
            .by(.role("button", name: TextPattern("Run query"))),
            [##"{ text: "\"Run query\"", frame: "#tool-2916441" }"##]
        ),
        (.css("#deep"), [##"{ css: "#deep", frame: ["#tool-2916441", "[name=\"inner\"]"] }"##]),
        (.css(".editor"), [##"{ css: ".editor", frame: "#tool-2916441" }"##]),
        (.css("#unseen"), []),
    ]

    @Test("what is in a frame is suggested with its frame", arguments: inFrames)
    func frames(_ target: Target, _ expected: [String]) async throws {
        try await withHTML(Self.framed) { page in
            let error = try await browserError {
                try await page.locator(target).click(until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.suggestions.sorted() == expected.sorted())
        }
    }

    @Test("the frames that are there are suggested for one that is not, the only one by its tag")
    func missingFrame() async throws {
        try await withHTML("<iframe id=tool-1 srcdoc='<p>x'></iframe>") { page in
            let frame = [Target.css("#nothing-like-it")]
            let clicked = try await browserError {
                try await page.locator(.css("p"), frame: frame).click(until: within(Self.wait))
            }
            let expected = try await browserError {
                let condition = Condition(.state(.visible, .css("p")), position: .test)
                try await page.expect([condition], frame: frame, until: within(Self.wait))
            }
            for error in [clicked, expected] {
                #expect(error.diagnoses.first?.reason == .noFrame)
                #expect(error.diagnoses.first?.suggestions == ["iframe"])
            }
        }
    }

    static let noFrames: [(String, String, [String])] = [
        ("div", #"but after X <div id="window">Tools</div> is not a frame"#, ["#tool"]),
        (
            "iframe, div", "but after X it matched 2 visible elements, where it must match exactly one",
            ["#tool", "#window"]
        ),
        ("b", "but after X the frame was not found", ["#tool"]),
    ]

    @Test("what is not a frame is not told as absent, and frames are suggested", arguments: noFrames)
    func noFrame(_ frame: String, _ finding: String, _ suggested: [String]) async throws {
        try await withHTML("<div id=window>Tools <iframe id=tool srcdoc='<p>x'></iframe></div>") { page in
            let error = try await browserError {
                try await page.locator(.css("p"), frame: [.css(frame)]).click(until: within(Self.wait))
            }
            let diagnosis = try #require(error.diagnoses.first)
            #expect(diagnosis.reason == .noFrame)
            #expect(diagnosis.suggestions.sorted() == suggested)
            let sentence = diagnosis.sentence.replacing(/after [\d.]+ m?s/, with: "after X")
            #expect(sentence == "Expected \(frame) to be a frame, \(finding).")
        }
    }

    static let texts: [(String, Target, [String])] = [
        // Of texts in any alphabet those that are alike.
        (
            "<button>Сохранить всё</button><button>Отмена</button><button>Настройки</button>",
            .by(.text(TextPattern("Сохранить все"))), [#"text="Сохранить всё""#]
        ),
        ("<button>保存する</button><button>取消</button>", .by(.text(TextPattern("保存するか"))), [#"text="保存する""#]),
        ("<p>***<p>###", .by(.text(TextPattern("+++"))), []),
        // What a list without roles has as options.
        (
            "<div>Chile</div><div>Peru</div>", .by(.role("option", name: TextPattern("Chile"))),
            [#"text="Chile""#]
        ),
        (
            "<textarea aria-label='Editor content; press Alt+F1 for options of accessibility'></textarea>",
            .by(.label(TextPattern("Editor content", isExact: true))),
            [#"label="Editor content; press Alt+F1 for options of accessibility""#]
        ),
    ]

    @Test("texts are suggested that are alike in any alphabet, or hold the one looked for", arguments: texts)
    func alike(_ html: String, _ target: Target, _ expected: [String]) async throws {
        let page = "<!doctype html><meta charset=utf-8>" + html
        try await withHTML(page, type: "text/html;charset=utf-8") { page in
            let error = try await browserError {
                try await page.locator(target).click(until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.suggestions == expected)
        }
    }

    @Test("of many matches the one is suggested first that is called just so")
    func called() async throws {
        let days = (1...9).map { "<button aria-label='November \($0)'>\($0)</button>" }.joined()
        try await withHTML(days + "<button>Yes</button><button>No</button>") { page in
            let button = Target.by(.role("button", name: TextPattern("no")))
            let error = try await browserError {
                try await page.locator(button).click(until: within(Self.wait))
            }
            let suggestions = error.diagnoses.first?.suggestions ?? []
            #expect(suggestions.count == 5)
            #expect(suggestions.first == #"text="No""#)
        }
    }

    @Test("for a label that nothing has is looked again and again, and so it is told")
    func looks() async throws {
        try await withHTML("<input aria-label=Name>") { page in
            let error = try await browserError {
                try await page.locator(.by(.label(TextPattern("Age")))).fill("x", until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.looks ?? 0 > 5)
        }
    }

    @Test("on a large page too what is near is suggested, after all that is not rendered")
    func largePage() async throws {
        let fill = "<script>document.querySelector('main').innerHTML = '<i></i>'.repeat(5100)</script>"
        try await withHTML("<main hidden></main><button>Save page</button>" + fill) { page in
            let error = try await browserError {
                let button = Target.by(.role("button", name: TextPattern("Save pages")))
                try await page.locator(button).click(until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.suggestions == [#"role=button[name="Save page"]"#])
        }
    }

    @Test("an id that looks made anew with each page comes after what lasts longer")
    func generated() async throws {
        let html = "<input id=c94 name=title><input id=c120 name=shared-title><input id=c7>"
        try await withHTML(html) { page in
            let error = try await browserError {
                try await page.locator(.css("input")).fill("x", until: within(Self.wait))
            }
            let expected = [#"[name="title"]"#, #"[name="shared-title"]"#, "#c7"]
            #expect(error.diagnoses.first?.suggestions == expected)
        }
    }

    @Test("of several matches those are suggested that suit the action")
    func suitableMatches() async throws {
        try await withHTML("<form><input name=a><input name=b><input type=button name=c></form>") { page in
            let error = try await browserError {
                try await page.locator(.css("input")).fill("x", until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.suggestions == [#"[name="a"]"#, #"[name="b"]"#])
        }
    }

    private static let editor =
        "<div class=editor><div style='height: 0; overflow: hidden'><textarea></textarea></div><pre>a</pre></div>"
    static let unsuitable: [(String, String, [String])] = [
        // An editor that takes its keys in a field that is not to be seen, as code editors do.
        (editor + "<input name=q>", ".editor", [##"{ css: "textarea", within: ".editor" }"##]),
        ("<form><p><b id=t>Name</b> <input name=n></p><input name=q></form>", "#t", [#"[name="n"]"#]),
        ("<p id=t>Nothing to write in</p>", "#t", []),
    ]

    @Test("for what cannot be written in the field nearest to it is suggested", arguments: unsuitable)
    func field(_ html: String, _ target: String, _ expected: [String]) async throws {
        try await withHTML(html) { page in
            let error = try await browserError {
                try await page.locator(.css(target)).fill("x", until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.reason == .unsuitable)
            #expect(error.diagnoses.first?.suggestions == expected)
        }
    }

    @Test("for what the driver finds to take no keys the field is suggested too")
    func typed() async throws {
        try await withHTML(Self.editor) { page in
            let error = try await browserError {
                try await page.locator(.css(".editor")).type("x", until: within(.seconds(3)))
            }
            #expect(error.diagnoses.first?.suggestions == [##"{ css: "textarea", within: ".editor" }"##])
        }
    }

    @Test("for a button that takes no files the file input beside it is suggested, hidden or not")
    func fileInput() async throws {
        try await withHTML("<input name=q><button>Add</button><input type=file name=photo hidden>") { page in
            let error = try await browserError {
                try await page.locator(.css("button")).upload(["/etc/hostname"], until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.suggestions == [#"[name="photo"]"#])
        }
    }

    @Test("what is compared by its text is not suggested by its text")
    func comparedText() async throws {
        try await withHTML("<table><tr><td>Pears<td id=sum>3</table>") { page in
            let error = try await browserError {
                let text = Condition(.text(.css("td"), .contains("4")), position: .test)
                try await page.expect([text], until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.suggestions == ["{ css: \"td\", nth: 0 }", "#sum"])
        }
    }

    @Test("of hidden file inputs each is told, with a selector of its own")
    func hiddenInputs() async throws {
        let html = "<input id=photo type=file hidden><input id=letter type=file>"
        for html in [html, html + "<style>input { display: none }</style>"] {
            try await withHTML(html) { page in
                let error = try await browserError {
                    try await page.locator(.css("input")).upload(["/etc/hostname"], until: within(Self.wait))
                }
                let diagnosis = try #require(error.diagnoses.first)
                #expect(diagnosis.sentence.contains("it matched 2 elements, where it must match exactly one"))
                #expect(diagnosis.elements.count == 2)
                #expect(diagnosis.suggestions == ["#photo", "#letter"])
            }
        }
    }

    @Test(
        "an editor that is switched off is read-only, not of the wrong kind",
        arguments: [
            "<div id=t role=textbox contenteditable=false>x</div>",
            "<div id=t role=textbox aria-readonly=true>x</div>",
        ]
    )
    func readonlyEditor(_ html: String) async throws {
        try await withHTML(html) { page in
            let error = try await browserError {
                try await page.locator(.css("#t")).fill("y", until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.reason == .readonly)
        }
    }

    @Test("what a field can be filled by is suggested, not a text that only looks like its label")
    func suitable() async throws {
        try await withHTML("<p><label>Email Address</label><input name=email>") { page in
            let error = try await browserError {
                let label = Target.by(.label(TextPattern("Email Address")))
                try await page.locator(label).fill("x", until: within(Self.wait))
            }
            #expect(error.diagnoses.first?.suggestions == [#"[name="email"]"#])
        }
    }

    static let places: [([SelectorStrategy], SelectorStrategy?)] = [
        ([.role("dialog", name: nil), .css("#cart")], .role("dialog", name: nil)),
        ([.css("main"), .css("#cart")], .css("#cart")),
        ([.css("main")], nil),
    ]

    @Test("a place that is not there is told, the outermost where it is in several", arguments: places)
    func place(_ places: [SelectorStrategy], _ absent: SelectorStrategy?) async throws {
        let place = places.reduce(nil as Target?) { outer, place in
            Target(Selector(place, within: outer, written: "\(place)"))
        }
        let target = Target(Selector(.css("button"), within: place, written: "button"))
        try await withHTML("<main><input></main>") { page in
            let clicked = try await browserError {
                try await page.locator(target).click(until: within(Self.wait))
            }
            let waited = try await browserError {
                let condition = Condition(.state(.visible, target), position: .test)
                try await page.expect([condition], until: within(Self.wait))
            }
            for error in [clicked, waited] {
                #expect(error.diagnoses.first?.absentPlace == absent.map { "\($0)" })
            }
        }
    }
}
