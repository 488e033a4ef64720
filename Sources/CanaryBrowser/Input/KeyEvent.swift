/// An event of the keyboard, as the DevTools protocol takes it.
///
/// Source: [Input.dispatchKeyEvent](https://chromedevtools.github.io/devtools-protocol/tot/Input/#method-dispatchKeyEvent).
struct KeyEvent: Encodable, Sendable {
    enum Kind: String, Encodable {
        /// A key that makes a text.
        case down = "keyDown"
        /// One that makes none.
        case rawDown = "rawKeyDown"
        case up = "keyUp"
    }

    let type: Kind
    let key: String
    let code: String
    let windowsVirtualKeyCode: Int
    let modifiers: Int
    /// Where the key is, of those that are there twice: 1 is left.
    let location: Int
    let text: String?
    let unmodifiedText: String?

    /// Makes the event of pressing a key, or of letting it go, while others are held.
    init(_ key: KeyboardKey, isDown: Bool, held: KeyboardKey.Modifiers) {
        let modifiers = key.needsShift ? held.union(.shift) : held
        // With Control, Alt or Meta a key is a command, and makes no text.
        let shifted = modifiers.contains(.shift) ? key.shifted : nil
        let made = modifiers.isDisjoint(with: [.control, .alt, .meta]) ? shifted ?? key.text : nil
        type = isDown ? (made == nil ? .rawDown : .down) : .up
        self.key = shifted ?? key.name
        code = key.code
        windowsVirtualKeyCode = key.number
        self.modifiers = modifiers.rawValue
        location = key.modifier == nil ? 0 : 1
        text = isDown ? made : nil
        unmodifiedText = text
    }
}
