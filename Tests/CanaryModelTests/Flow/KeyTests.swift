import CanaryModel
import Testing

@Suite("Key") struct KeyTests {
    @Test(
        "has the code point that WebDriver gives its name",
        arguments: [
            ("Enter", "\u{E007}"), ("Return", "\u{E006}"), ("Tab", "\u{E004}"), ("Backspace", "\u{E003}"),
            ("Escape", "\u{E00C}"), ("Esc", "\u{E00C}"), ("Space", "\u{E00D}"), ("PageUp", "\u{E00E}"),
            ("PageDown", "\u{E00F}"), ("End", "\u{E010}"), ("Home", "\u{E011}"), ("ArrowLeft", "\u{E012}"),
            ("Up", "\u{E013}"), ("ArrowRight", "\u{E014}"), ("down", "\u{E015}"), ("Insert", "\u{E016}"),
            ("Delete", "\u{E017}"), ("F1", "\u{E031}"), ("f12", "\u{E03C}"), ("Shift", "\u{E008}"),
            ("CONTROL", "\u{E009}"), ("Ctrl", "\u{E009}"), ("Alt", "\u{E00A}"), ("Meta", "\u{E03D}"),
            ("Cmd", "\u{E03D}"),
        ]
    )
    func named(name: String, character: String) {
        #expect(Key(named: name)?.character == character)
    }

    @Test("is its own name where it is one character", arguments: ["a", "A", "ß", "+", " ", "😀", "é"])
    func characters(name: String) {
        #expect(Key(named: name)?.character == name)
    }

    @Test("is none for any other name", arguments: ["", "Entr", "ab", "F13", "Control+A"])
    func unknown(name: String) {
        #expect(Key(named: name) == nil)
    }

    @Test("is a modifier where it is held while another is pressed")
    func modifiers() {
        let modifiers = Key.names.filter { Key(named: $0)?.isModifier ?? false }
        let expected = ["alt", "cmd", "command", "control", "ctrl", "meta", "option", "shift", "super"]
        #expect(modifiers == expected)
    }
}
