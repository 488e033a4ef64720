import CanaryModel
import Foundation
import Testing

@testable import CanaryBrowser

@Suite("Events of the keyboard") struct KeyEventTests {
    /// A key, what is held, and what a page gets to know of it: `key`, `code`, `keyCode`, and the text that it makes.
    private static let keys: [(String, KeyboardKey.Modifiers, (String, String, Int, String?))] = [
        ("a", [], ("a", "KeyA", 65, "a")), ("A", [], ("A", "KeyA", 65, "A")),
        ("a", .shift, ("A", "KeyA", 65, "A")), ("1", .shift, ("!", "Digit1", 49, "!")),
        ("?", [], ("?", "Slash", 191, "?")), ("a", .control, ("a", "KeyA", 65, nil)),
        ("a", [.control, .shift], ("A", "KeyA", 65, nil)), (" ", [], (" ", "Space", 32, " ")),
        ("\n", [], ("Enter", "Enter", 13, "\r")), ("\r\n", [], ("Enter", "Enter", 13, "\r")),
        ("\t", [], ("Tab", "Tab", 9, nil)), ("\u{E007}", [], ("Enter", "Enter", 13, "\r")),
        ("\u{E00C}", [], ("Escape", "Escape", 27, nil)),
        ("\u{E008}", .shift, ("Shift", "ShiftLeft", 16, nil)),
        ("\u{E035}", [], ("F5", "F5", 116, nil)), ("é", [], ("é", "", 0, "é")), ("漢", [], ("漢", "", 0, "漢")),
    ]

    @Test(
        "tell what a US keyboard tells, and the text of characters that it does not have",
        arguments: keys.indices
    )
    func down(_ index: Int) throws {
        let (written, held, (key, code, number, text)) = Self.keys[index]
        let character = try #require(written.first)
        let event = KeyEvent(KeyboardKey(character), isDown: true, held: held)
        #expect((event.key, event.code, event.windowsVirtualKeyCode) == (key, code, number))
        #expect(event.text == text)
        #expect(event.type == (text == nil ? .rawDown : .down))
        let up = KeyEvent(KeyboardKey(character), isDown: false, held: held)
        #expect(up.type == .up && up.text == nil && up.key == key)
    }

    @Test("hold Shift for what needs it")
    func shift() {
        #expect(KeyEvent(KeyboardKey("A"), isDown: true, held: []).modifiers == 8)
        #expect(KeyEvent(KeyboardKey("a"), isDown: true, held: []).modifiers == 0)
        #expect(KeyEvent(KeyboardKey("a"), isDown: true, held: [.control, .alt]).modifiers == 3)
    }

    @Test("every key that has a name is known")
    func named() throws {
        for name in Key.names {
            let character = try #require(Key(named: name)?.character.first)
            #expect(KeyboardKey(character).code != "", "\(name)")
        }
    }
}
