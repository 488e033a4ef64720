import CanaryModel
import Foundation
import Testing
import WebDriver

@testable import CanaryBrowser

@Suite("Scripts that run in the page") struct PageScriptTests {
    struct Elements {
        let field: Element
        let option: Element
    }

    /// All of them, with what each may be asked on a page that has a `#field`, a list and a frame.
    static let scripts: [(OwnScript, arguments: @Sendable (Elements) -> [any Encodable & Sendable])] = [
        (PageScript.awaitTarget, { _ in [TargetRequest(target: field, need: .visible, slice: 100)] }),
        (PageScript.awaitConditions, { _ in [ConditionsRequest(conditions: [], slice: 0)] }),
        (PageScript.awaitCandidates, { _ in [candidates] }),
        (PageScript.awaitLoad, { _ in [["slice": 0]] }), (PageScript.awaitReading, { _ in [["slice": 0]] }),
        (PageScript.awaitCompletion, { _ in [["slice": 0]] }),
        (PageScript.awaitDrawing, { _ in [["slice": 0]] }),
        (PageScript.awaitDeparture, { _ in [["slice": 0]] }), (PageScript.focusAtEnd, { [$0.field] }),
        (PageScript.choose, { [$0.option] }), (PageScript.name, { _ in [] }),
        (PageScript.lookAround, { _ in [] }), (PageScript.matches, { _ in ["a", "^a"] }),
        (PageScript.near, { _ in [suggestion] }), (PageScript.inFrames, { _ in [suggestion] }),
        (PageScript.frames, { _ in [suggestion] }), (PageScript.below, { _ in [suggestion] }),
        (PageScript.controls, { _ in [suggestion] }), (PageScript.narrowed, { _ in [suggestion] }),
        (PageScript.options, { _ in [OptionsRequest(field, .label("A"))] }),
        (PageScript.unquoted, { _ in [field] }), (PageScript.hidden, { _ in [field] }),
        (PageScript.flaws, { _ in [FlawsRequest(most: 1, longest: 9)] }), (PageScript.openNodes, { _ in [] }),
        (PageScript.mask, { _ in [MaskRequest(targets: [field])] }), (PageScript.unmask, { _ in [] }),
        (PageScript.texts, { _ in [TextsRequest(run: nil)] }),
        (PageScript.awaitShown, { _ in [ShownRequest(target: field, isCovered: false, slice: 100)] }),
        (PageScript.noteShown, { _ in [field] }), (PageScript.places, { _ in [false] }),
        (PageScript.coverAt, { _ in [SeenPoint(x: 1, y: 1)] }),
        (PageScript.drawFrames, { _ in [SeenPlaces()] }), (PageScript.removeFrames, { _ in [] }),
        (PageScript.putBack, { _ in [] }), (PageScript.snapshot, { _ in [] }),
        (PageScript.readField, { [FieldRequest(element: $0.field, value: "")] }),
        (PageScript.readChecked, { [$0.field] }), (PageScript.reveal, { [RevealRequest(element: $0.field)] }),
        (PageScript.isReached, { [$0.field] }),
    ]

    private static let field = Target.css("#field").unresolved
    private static let suggestion = SuggestionRequest(
        target: field,
        time: 100,
        isInTop: true,
        kind: "text",
        isForText: false
    )

    private static let candidates = CandidatesRequest(
        selector: Target.role("textbox").unresolved.alternatives[0],
        slice: 100,
        isAgain: false,
        isFrameHidden: false,
        byLabel: false,
        most: nil,
        isTreeless: false
    )

    /// The sources of scripts in their files, by their functions.
    private static let sources = URL(filePath: #filePath).appending(path: "../../../../Sources").standardized

    @Test("are all tried here")
    func all() throws {
        let file = Self.sources.appending(path: "CanaryBrowser/PageScript/PageScript.swift")
        let text = try String(contentsOf: file, encoding: .utf8)
        let declared = text.matches(of: /static let \w+ = (?:script|asynchronous|suggesting)\(/).count
        #expect(declared == Self.scripts.count)
        #expect(Set(Self.scripts.map(\.0.name)).count == declared)
    }

    /// What is reached by no script that lacks it: roles and labels whose elements nobody has found yet are only looked
    /// for by a script that has them, and why something cannot be seen is only told by one that judges.
    private static let unreached: Set<String> = [
        "roleCandidates", "labelCandidates", "unseenFrame", "unseenWholeBy", "showerOf", "wordsOf",
    ]

    @Test("carry every function that they reach")
    func reach() throws {
        let folder = Self.sources.appending(path: "CPageScripts/page")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.lastPathComponent != "untouched.js" }  // what all of them have without it
            .map { ScriptFile(try String(contentsOf: $0, encoding: .utf8)) }
        #expect(files.count > 20)
        for (script, _) in Self.scripts {
            let (carried, others) = (files.filter(script.carries), files.filter { !script.carries($0) })
            let reached = ScriptFile.reached(from: script.name, in: carried)
            let lacking = reached.subtracting(carried.flatMap(\.declarations.keys))
                .intersection(others.flatMap(\.declarations.keys)).subtracting(Self.unreached)
            #expect(lacking == [], "\(script.name)")
        }
    }

    @Test("that lack a function are seen to")
    func lacking() {
        let file = ScriptFile("function a() {\n    return b(x);\n}\nconst c = (b) => b(1);\n")
        #expect(ScriptFile.reached(from: "a()", in: [file]).contains("b"))
        #expect(!ScriptFile.reached(from: "c()", in: [file]).contains("b"))
    }

    @Test("run alone, each on a page that no other has run on")
    func alone() async throws {
        let html =
            "<label>Name <input id=field></label><select id=list><option>A</select><iframe srcdoc='<p>In'></iframe>"
        try await withHTML(html) { page in
            for (script, arguments) in Self.scripts {
                try await page.reload(until: within(.seconds(10)))
                try await page.checkRuns(script, arguments)
            }
        }
    }
}

extension Page {
    /// Runs a script in the world of the page's own scripts, where it has nothing but what it carries.
    fileprivate func checkRuns(
        _ script: OwnScript,
        _ arguments: (PageScriptTests.Elements) -> [any Encodable & Sendable]
    ) async throws {
        let deadline = within(.seconds(10))
        let field = try await attempt(.findElement(using: .css, "#field"), until: deadline)
        let option = try await attempt(.findElement(using: .css, "option"), until: deadline)
        let given = arguments(PageScriptTests.Elements(field: field, option: option))
        do {
            _ =
                script.isAsynchronous
                ? try await attempt(
                    Command<JSONValue?>.executeAsync(script.body, arguments: given),
                    until: deadline
                )
                : try await attempt(
                    Command<JSONValue?>.executeSync(script.body, arguments: given),
                    until: deadline
                )
        } catch {
            Issue.record("\(script.name): \(error)")
        }
    }
}

extension OwnScript {
    /// Whether it carries a file, which is sent without comments and indentation.
    fileprivate func carries(_ file: ScriptFile) -> Bool { keeping.contains(file.sent) }
}

/// A file of scripts, by its declarations at the beginning of lines.
private struct ScriptFile {
    /// What each declares, with its text up to the next one.
    let declarations: [String: String]
    /// Its text as it is sent.
    let sent: String

    init(_ text: String) {
        var declarations: [String: String] = [:]
        var names: [String] = []
        let lines = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
        sent = lines.map { $0.drop { $0 == " " } + "\n" }.joined()
        for line in lines {
            if let found = line.prefixMatch(of: /(?:async )?(?:function\*?|const|let|class) (.+)/) {
                names = Self.names(in: String(found.1))
            }
            for name in names { declarations[name, default: ""] += line + "\n" }
        }
        self.declarations = declarations
    }

    /// The names that a declaration makes: `f(a) {`, `a = 1, b = 2;`, `{ a, b: c } = d;`.
    private static func names(in text: String) -> [String] {
        if text.first == "{" || text.first == "[" {
            return text.prefix { $0 != "=" }.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(
                String.init
            )
        }
        return [String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" })]
    }

    /// The names that are used by an expression, and by all declarations that it reaches.
    static func reached(from expression: String, in files: [ScriptFile]) -> Set<String> {
        let declarations = files.reduce(into: [:]) { $0.merge($1.declarations) { first, _ in first } }
        var reached = used(in: expression)
        var waiting = Array(reached)
        while let name = waiting.popLast() {
            guard let text = declarations[name] else { continue }
            for used in used(in: text) where reached.insert(used).inserted { waiting.append(used) }
        }
        return reached
    }

    /// The names that a text uses and does not make itself: not properties, nor words in strings.
    private static func used(in text: String) -> Set<String> {
        let bare = text.replacing(/"(?:\\.|[^"\\])*"|  ?\/\/ .*/, with: "")
        var used = Set(
            bare.matches(of: /(\.?)\b([A-Za-z_$][\w$]*)/).compactMap { $0.1 == "." ? nil : String($0.2) }
        )
        for made in bare.matches(of: /\b(?:const|let|class)\s+([\w$]+)|\b([\w$]+)\s*=>/) {
            used.remove(String(made.1 ?? made.2 ?? ""))
        }
        for made in bare.matches(of: /\b(?:const|let) ([\[{][^=;]*[\]}]) (?:=|of)/) {
            for name in made.1.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "$" }) {
                used.remove(String(name))
            }
        }
        // Parameters: `function f({ a, b }, c) {`, `({ a }, b) =>`.
        for made in bare.matches(of: /\bfunction\*?\s*[\w$]*\s*\((.*)\) \{\n|\(([^()]*)\) =>/) {
            for name in (made.1 ?? made.2 ?? "").split(whereSeparator: {
                !$0.isLetter && !$0.isNumber && $0 != "$"
            }) {
                used.remove(String(name))
            }
        }
        return used
    }
}
