/// A key of a US keyboard, or a character that such a keyboard has no key for.
///
/// Sources: [UI Events KeyboardEvent code](https://www.w3.org/TR/uievents-code/) and
/// [key](https://www.w3.org/TR/uievents-key/) values, and the virtual key codes that browsers report as `keyCode`.
struct KeyboardKey: Sendable, Hashable {
    /// Keys that change what others do, as the DevTools protocol counts them.
    struct Modifiers: OptionSet, Hashable {
        let rawValue: Int
        static let alt = Self(rawValue: 1)
        static let control = Self(rawValue: 2)
        static let meta = Self(rawValue: 4)
        static let shift = Self(rawValue: 8)
    }

    /// `KeyboardEvent.key`.
    let name: String
    /// `KeyboardEvent.code`; empty where the keyboard has no such key.
    let code: String
    /// `KeyboardEvent.keyCode`; 0 where there is none.
    let number: Int
    /// The text that it makes.
    let text: String?
    /// Whether Shift must be held for it.
    var needsShift = false
    /// Which modifier it is.
    var modifier: Modifiers?
    /// What it makes where Shift is held, where that is something else.
    var shifted: String?

    /// The key for a character, or for the code point by which WebDriver names one.
    init(_ character: Character) {
        if let known = Self.named[character] ?? Self.printed[character] {
            self = known
        } else {
            self.init(name: String(character), code: "", number: 0, text: String(character))
        }
    }

    private init(
        name: String,
        code: String,
        number: Int,
        text: String? = nil,
        needsShift: Bool = false,
        modifier: Modifiers? = nil
    ) {
        (self.name, self.code, self.number, self.text) = (name, code, number, text)
        (self.needsShift, self.modifier) = (needsShift, modifier)
    }

    /// Keys that are no characters, and those whose text is another: Enter makes a carriage return.
    private static let named: [Character: KeyboardKey] = {
        var keys: [Character: KeyboardKey] = [:]
        func add(
            _ code: UInt32,
            _ name: String,
            _ number: Int,
            text: String? = nil,
            code written: String? = nil
        ) {
            guard let scalar = Unicode.Scalar(code) else { return }
            keys[Character(scalar)] = KeyboardKey(
                name: name,
                code: written ?? name,
                number: number,
                text: text
            )
        }
        func add(_ code: UInt32, _ name: String, _ number: Int, _ modifier: Modifiers) {
            guard let scalar = Unicode.Scalar(code) else { return }
            keys[Character(scalar)] = KeyboardKey(
                name: name,
                code: "\(name)Left",
                number: number,
                modifier: modifier
            )
        }
        for code in [0xE006, 0xE007, 0x0A, 0x0D] as [UInt32] { add(code, "Enter", 13, text: "\r") }
        for code in [0xE004, 0x09] as [UInt32] { add(code, "Tab", 9) }
        for code in [0xE00D, 0x20] as [UInt32] { add(code, " ", 32, text: " ", code: "Space") }
        add(0xE008, "Shift", 16, .shift)
        add(0xE009, "Control", 17, .control)
        add(0xE00A, "Alt", 18, .alt)
        add(0xE03D, "Meta", 91, .meta)
        let others: [(UInt32, String, Int)] = [
            (0xE001, "Cancel", 3), (0xE002, "Help", 47), (0xE003, "Backspace", 8), (0xE005, "Clear", 12),
            (0xE00B, "Pause", 19), (0xE00C, "Escape", 27), (0xE00E, "PageUp", 33), (0xE00F, "PageDown", 34),
            (0xE010, "End", 35), (0xE011, "Home", 36), (0xE012, "ArrowLeft", 37), (0xE013, "ArrowUp", 38),
            (0xE014, "ArrowRight", 39), (0xE015, "ArrowDown", 40), (0xE016, "Insert", 45),
            (0xE017, "Delete", 46),
        ]
        for (code, name, number) in others { add(code, name, number) }
        for index in 0..<12 { add(0xE031 + UInt32(index), "F\(index + 1)", 112 + index) }
        // Swift takes a carriage return with its line feed for one character.
        keys["\r\n"] = keys["\n"]
        return keys
    }()

    /// Keys that print what they are, without and with Shift.
    private static let printed: [Character: KeyboardKey] = {
        var keys: [Character: KeyboardKey] = [:]
        func add(_ plain: Character, _ shifted: Character, _ code: String, _ number: Int) {
            var key = KeyboardKey(name: String(plain), code: code, number: number, text: String(plain))
            key.shifted = String(shifted)
            keys[plain] = key
            keys[shifted] = KeyboardKey(
                name: String(shifted),
                code: code,
                number: number,
                text: String(shifted),
                needsShift: true
            )
        }
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
            guard let number = letter.asciiValue, let plain = letter.lowercased().first else { continue }
            add(plain, letter, "Key\(letter)", Int(number))
        }
        for (digit, shifted) in zip("0123456789", ")!@#$%^&*(") {
            add(digit, shifted, "Digit\(digit)", Int(digit.asciiValue ?? 0))
        }
        let others: [(Character, Character, String, Int)] = [
            (";", ":", "Semicolon", 186), ("=", "+", "Equal", 187), (",", "<", "Comma", 188),
            ("-", "_", "Minus", 189), (".", ">", "Period", 190), ("/", "?", "Slash", 191),
            ("`", "~", "Backquote", 192), ("[", "{", "BracketLeft", 219), ("\\", "|", "Backslash", 220),
            ("]", "}", "BracketRight", 221), ("'", "\"", "Quote", 222),
        ]
        for (plain, shifted, code, number) in others { add(plain, shifted, code, number) }
        return keys
    }()
}
