import CanaryModel
import Testing

@Suite("Selector strategy") struct SelectorStrategyTests {
    @Test(
        "is read from its written form",
        arguments: [
            ("#a", SelectorStrategy.css("#a")), (" #a", .css("#a")), ("a[b=c]", .css("a[b=c]")),
            ("css=a", .css("a")), ("xpath=//a", .xpath("//a")), ("text=a", .text(TextPattern("a"))),
            ("text='a'", .text(TextPattern("a", isExact: true))), ("label=a", .label(TextPattern("a"))),
            ("placeholder=a", .placeholder(TextPattern("a"))), ("testid=a=b", .testID("a=b")),
            ("link=a", .link(TextPattern("a"))), ("id=a", .id("a")),
            ("role=button", .role("button", name: nil)),
            ("role= button ", .role("button", name: nil)),
            ("role=button[name=a b]", .role("button", name: TextPattern("a b"))),
            ("role=button [ name = \"a]=b\" ] ", .role("button", name: TextPattern("a]=b", isExact: true))),
        ]
    )
    func written(text: String, strategy: SelectorStrategy) throws {
        #expect(try SelectorStrategy(written: text) == strategy)
        #expect(try Target(written: text) == Target(Selector(strategy, written: text)))
    }

    @Test(
        "says why a text is none",
        arguments: [
            ("", SelectorMistake.empty), (" \n", .empty), ("text=", .emptyValue(.text)),
            ("text= ''", .emptyValue(.text)),
            ("css= ", .emptyValue(.css)), ("txt=a", .unknownPrefix("txt")),
            ("Text=a", .unknownPrefix("Text")),
            ("data-id=a", .unknownPrefix("data-id")), ("//a", .xpathWithoutPrefix),
            ("(//a)[1]", .xpathWithoutPrefix),
            ("./a", .xpathWithoutPrefix), ("role=[name=a]", .malformedRole("[name=a]")),
            ("role=button[name=a", .malformedRole("button[name=a")),
            ("role=button[name=]", .malformedRole("button[name=]")),
            ("role=a b", .malformedRole("a b")), ("role=button[id=a]", .unknownRoleAttribute("id")),
        ]
    )
    func mistakes(text: String, mistake: SelectorMistake) {
        #expect(throws: mistake) { try SelectorStrategy(written: text) }
    }
}
