import CanaryModel
import Testing

@testable import FlowFile

@Suite("Targets of a flow file") struct TargetTests {
    /// The target of a `click`.
    private func target(_ text: String) -> Target? {
        let reading = readingStep("{ click: \(text) }")
        #expect(reading.told == [])
        guard case .click(let target)? = reading.flow?.steps.first?.action else { return nil }
        return target
    }

    @Test(
        "are CSS, or what their prefix says",
        arguments: [
            ("#login-btn", SelectorStrategy.css("#login-btn")),
            ("a[href=\"x\"]", .css("a[href=\"x\"]")),
            ("div > a", .css("div > a")),
            ("css=#a", .css("#a")),
            ("xpath=//a[@b='c']", .xpath("//a[@b='c']")),
            ("text=Log  in", .text(TextPattern("Log in"))),
            ("text=\"Log in\"", .text(TextPattern("Log in", isExact: true))),
            ("role=button", .role("button", name: nil)),
            ("role=button[name=Log in]", .role("button", name: TextPattern("Log in"))),
            ("role=button[name=\"Log in\"]", .role("button", name: TextPattern("Log in", isExact: true))),
            ("role=x-unheard-of-widget", .role("x-unheard-of-widget", name: nil)),
            ("label=User name", .label(TextPattern("User name"))),
            ("placeholder=you@example.com", .placeholder(TextPattern("you@example.com"))),
            ("testid=save", .testID("save")),
            ("link=Read more", .link(TextPattern("Read more"))),
            ("id=a.b:c", .id("a.b:c")),
        ]
    )
    func strings(text: String, strategy: SelectorStrategy) {
        let quoted =
            "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'") + "'"
        #expect(target(quoted) == Target(Selector(strategy, written: text)))
    }

    @Test("are objects that say the same")
    func objects() {
        #expect(target("{ css: '#a' }") == Target(Selector(.css("#a"), written: "#a")))
        #expect(target("{ testid: 'a' }") == Target(Selector(.testID("a"), written: "testid=a")))
        #expect(
            target("{ role: 'button', name: '\"Log in\"' }")
                == Target(
                    Selector(
                        .role("button", name: TextPattern("Log in", isExact: true)),
                        written: "role=button[name=\"Log in\"]"
                    )
                )
        )
        #expect(
            target("{ text: 'txt=a' }")
                == Target(Selector(.text(TextPattern("txt=a")), written: "text=txt=a"))
        )
    }

    @Test("are narrowed by a place, a number and frames")
    func narrowed() {
        let outer = Target(Selector(.css("#o"), written: "#o"))
        let inner = Target(Selector(.css("#i"), written: "#i"))
        #expect(
            target("{ css: 'li', within: '#o', nth: 2 }")
                == Target(
                    Selector(.css("li"), within: outer, nth: 2, written: "li within #o (nth 2)")
                )
        )
        #expect(
            target("{ css: 'li', frame: ['#o', '#i'] }")
                == Target(
                    written: "li in frame #o > #i",
                    alternatives: [Selector(.css("li"), written: "li")],
                    frame: [outer, inner]
                )
        )
        #expect(
            target("{ css: 'li', within: ['#o', { css: '#i' }] }")
                == Target(
                    Selector(
                        .css("li"),
                        within: Target(
                            written: "#o or #i",
                            alternatives: outer.alternatives + inner.alternatives
                        ),
                        written: "li within #o or #i"
                    )
                )
        )
    }

    @Test("are narrowed by their text")
    func texts() {
        #expect(
            target("{ css: 'x-button', hasText: '\"Log out\"', nth: 1 }")
                == Target(
                    Selector(
                        .css("x-button"),
                        hasText: TextPattern("Log out", isExact: true),
                        nth: 1,
                        written: "x-button hasText=\"Log out\" (nth 1)"
                    )
                )
        )
    }

    @Test("are lists of alternatives")
    func alternatives() {
        #expect(
            target("['#a', 'text=b', { css: 'c', nth: 0 }]")
                == Target(
                    written: "#a or text=b or c (nth 0)",
                    alternatives: [
                        Selector(.css("#a"), written: "#a"),
                        Selector(.text(TextPattern("b")), written: "text=b"),
                        Selector(.css("c"), nth: 0, written: "c (nth 0)"),
                    ]
                )
        )
    }
}
