/// A key of the keyboard: a character, or one of the keys that WebDriver names.
///
/// The code points are those of [Keyboard Actions](https://www.w3.org/TR/webdriver2/#keyboard-actions).
public struct Key: Sendable, Hashable {
    /// The character that is sent for the key.
    public let character: String

    private init(character: String) { self.character = character }

    /// The key with this name (`Enter`, `ArrowDown`, `F5`, `a`); `nil` where there is none.
    ///
    /// Names are those of `KeyboardEvent.key`, upper and lower case alike; a single character is
    /// its own name. `Ctrl`, `Cmd`, `Esc`, `Del`, `Return` and the like are taken for what they mean.
    public init?(named name: String) {
        if name.count == 1 {
            self.init(character: name)
        } else if let code = Self.codes[name.lowercased()], let scalar = Unicode.Scalar(code) {
            self.init(character: String(Character(scalar)))
        } else {
            return nil
        }
    }

    /// The key without Shift, for a letter.
    var lowercased: Key { Key(character: character.lowercased()) }

    /// Whether the key is held while another is pressed.
    public var isModifier: Bool {
        ["\u{E008}", "\u{E009}", "\u{E00A}", "\u{E03D}"].contains(character)
    }

    /// All names, in lower case, for suggestions.
    public static var names: [String] { codes.keys.sorted() }

    private static let codes: [String: UInt32] = [
        "cancel": 0xE001, "help": 0xE002, "backspace": 0xE003, "tab": 0xE004, "clear": 0xE005,
        "return": 0xE006, "enter": 0xE007, "shift": 0xE008, "control": 0xE009, "ctrl": 0xE009,
        "alt": 0xE00A, "option": 0xE00A, "pause": 0xE00B, "escape": 0xE00C, "esc": 0xE00C,
        "space": 0xE00D, "pageup": 0xE00E, "pagedown": 0xE00F, "end": 0xE010, "home": 0xE011,
        "arrowleft": 0xE012, "left": 0xE012, "arrowup": 0xE013, "up": 0xE013,
        "arrowright": 0xE014, "right": 0xE014, "arrowdown": 0xE015, "down": 0xE015,
        "insert": 0xE016, "delete": 0xE017, "del": 0xE017,
        "f1": 0xE031, "f2": 0xE032, "f3": 0xE033, "f4": 0xE034, "f5": 0xE035, "f6": 0xE036,
        "f7": 0xE037, "f8": 0xE038, "f9": 0xE039, "f10": 0xE03A, "f11": 0xE03B, "f12": 0xE03C,
        "meta": 0xE03D, "cmd": 0xE03D, "command": 0xE03D, "super": 0xE03D,
    ]
}
