import CanaryModel
import Testing

@Suite("Diagnosis in words") struct DiagnosisSentenceTests {
    static func diagnosis(
        _ reason: Diagnosis.Reason,
        wanted: String = "to be clickable",
        change: (inout Diagnosis) -> Void = { _ in }
    ) -> Diagnosis {
        var diagnosis = Diagnosis(
            target: "#a",
            wanted: wanted,
            reason: reason,
            matches: reason == .absent ? 0 : 1,
            visibleMatches: 1,
            waited: 10_004
        )
        change(&diagnosis)
        return diagnosis
    }

    static let findings: [(Diagnosis, String)] = [
        (diagnosis(.absent), "nothing matched it"),
        (diagnosis(.absent) { $0.absentPlace = "#cart" }, "nothing matched #cart, which it is to be in"),
        (
            diagnosis(.absent) { ($0.firstSeen, $0.lastSeen) = (1200, 3400) },
            "it was gone: it was there from 1.2 s to 3.4 s"
        ),
        (
            diagnosis(.absent) {
                $0.matches = 3; $0.visibleMatches = 2; $0.firstSeen = 1
            },
            "there were fewer visible matches (2), of which the first is nth 0"
        ),
        (
            diagnosis(.absent) { $0.unquoted = "Save draft" },
            "nothing matched it exactly; without the quotes it would match \"Save draft\""
        ),
        (
            diagnosis(.disabled) { ($0.firstSeen, $0.lastSeen, $0.goneAfter) = (1200, 3400, 3400) },
            "it was disabled, and then gone: it was there from 1.2 s to 3.4 s"
        ),
        (
            diagnosis(.hidden) {
                ($0.visibleMatches, $0.firstSeen, $0.lastSeen) = (0, 0, 9900)
                ($0.heldFrom, $0.heldUntil) = (1200, 3400)
            },
            "it was there but not visible; it held from 1.2 s to 3.4 s, when other conditions did not"
        ),
        (diagnosis(.hidden) { $0.visibleMatches = 0 }, "it was there but not visible"),
        (
            diagnosis(.hidden) { ($0.visibleMatches, $0.hiddenBy) = (0, "<details> is closed") },
            "it was there but not visible (<details> is closed)"
        ),
        (
            diagnosis(.hidden) { ($0.matches, $0.visibleMatches) = (3, 0) },
            "none of its 3 matches was visible"
        ),
        (diagnosis(.hidden), "it was kept from the accessibility tree (aria-hidden or inert)"),
        (diagnosis(.covered) { $0.coveredBy = "<div id=\"x\">" }, "it was covered by <div id=\"x\">"),
        (diagnosis(.covered), "it was covered by another element"),
        (
            diagnosis(.passedThrough) { $0.coveredBy = "<svg>" },
            "its middle let the pointer through to <svg>"
        ),
        (diagnosis(.disabled), "it was disabled"),
        (diagnosis(.disabled) { $0.actual = "Dog" }, "its option \"Dog\" was disabled"),
        (diagnosis(.readonly), "it was read-only"),
        (diagnosis(.moving), "it was still moving"),
        (
            diagnosis(.ambiguous) { $0.visibleMatches = 6 },
            "it matched 6 visible elements, where it must match exactly one"
        ),
        (diagnosis(.detached), "the page replaced it again and again"),
        (diagnosis(.detached) { $0.matches = 0 }, "the page had removed or replaced it"),
        (diagnosis(.offscreen), "it lay where no scrolling brings it into view"),
        (diagnosis(.present), "it was there"),
        (diagnosis(.present) { $0.matches = 4 }, "it matched 4 elements"),
        (diagnosis(.visible), "it was visible"),
        (diagnosis(.enabled), "it was enabled"),
        (diagnosis(.checked), "it was checked"),
        (diagnosis(.unchecked), "it was not checked"),
        (diagnosis(.mixed), "it was mixed: neither checked nor unchecked"),
        (diagnosis(.unfocused), "the focus was elsewhere"),
        (diagnosis(.unfocused) { $0.actual = "<body>" }, "the focus was on <body>"),
        (diagnosis(.mismatch) { $0.actual = "41" }, "it was \"41\""),
        (diagnosis(.mismatch), "there was none"),
        (diagnosis(.unsuitable), "it was of the wrong kind"),
        (diagnosis(.unsuitable) { $0.elements = ["<div>"] }, "it was of the wrong kind: <div>"),
        (
            diagnosis(.noFrame) {
                $0.frame = ["#f", "#g"]
                $0.matches = 0
            }, "the frame was not found"
        ),
        (diagnosis(.noFrame), "it was no frame"),
        (diagnosis(.noOption) { $0.actual = "One, Two" }, "its options were One, Two"),
        (diagnosis(.noOption), "it had no such option"),
        (diagnosis(.unfocusable), "it cannot take the focus"),
        (diagnosis(.singleFile), "it takes one file only"),
        (diagnosis(.differs) { $0.actual = "5" }, "it was 5"),
        (diagnosis(.unreadable) { $0.actual = "the body was empty" }, "the body was empty"),
        (diagnosis(.threw) { $0.actual = "TypeError: x" }, "the script threw TypeError: x"),
        (
            diagnosis(.absent) { $0.hasClosedTrees = true },
            "nothing matched it; the page has closed shadow roots, in which only role= and label= find anything"
        ),
        (diagnosis(.focused), "it had the focus"),
    ]

    @Test("each reason has its words", arguments: findings)
    func finding(diagnosis: Diagnosis, words: String) {
        #expect(diagnosis.sentence == "Expected #a to be clickable, but after 10.0 s \(words).")
    }

    @Test("no reason is left out")
    func everyReason() {
        #expect(Set(Self.findings.map(\.0.reason)) == Set(Diagnosis.Reason.allCases))
    }

    @Test(
        "what was asked reads as English",
        arguments: [
            ("#a", nil, "to be visible", "#a to be visible"),
            ("#a", "Menu", "not to be visible", "Menu (#a) not to be visible"),
            ("#a", "#a", "to be visible", "#a to be visible"),
            (
                "li", "Row", "to have a text that contains \"42\"",
                "Row (li) to have a text that contains \"42\""
            ),
            (nil, nil, "to have a title that is \"Home\"", "the page to have a title that is \"Home\""),
            (
                nil, "Address", "to have a URL that contains \"/a\"",
                "Address to have a URL that contains \"/a\""
            ),
        ] as [(String?, String?, String, String)]
    )
    func expectation(target: String?, name: String?, wanted: String, expected: String) {
        let diagnosis = Diagnosis(target: target, name: name, wanted: wanted, reason: .absent)
        #expect(diagnosis.sentence == "Expected \(expected), but nothing matched it.")
    }

    @Test("long texts are cut")
    func cut() {
        let long = String(repeating: "x", count: 100_000)
        let diagnosis = Diagnosis(
            target: long,
            name: long,
            wanted: "to have a text that is \(long)",
            reason: .mismatch,
            actual: long
        )
        #expect(diagnosis.sentence.unicodeScalars.count < 1000)
    }

    @Test("a failure is told by its diagnoses where these say it all, else by its message first")
    func sentences() {
        let diagnosis = Self.diagnosis(.hidden)
        let words = diagnosis.sentence
        let told = { (code: FailureCode, diagnoses: [Diagnosis]) in
            Failure(code: code, message: "It failed.", diagnoses: diagnoses).sentences
        }
        #expect(told(.selector, [diagnosis]) == [words])
        #expect(told(.expectation, [diagnosis, diagnosis]) == [words, words])
        #expect(told(.selector, []) == ["It failed."])
        #expect(told(.timeout, [diagnosis]) == ["It failed.", words])
    }
}
