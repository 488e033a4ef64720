/// A key that is not a character, by the code point that stands for it in text that is typed.
///
/// Source: [Keyboard Actions](https://www.w3.org/TR/webdriver2/#keyboard-actions).
public enum SpecialKey: String, Sendable, CaseIterable {
    /// A key without a name; as the first of typed text it lets go of all that is held (`NULL`).
    case unidentified = "\u{E000}"
    /// Cancel.
    case cancel = "\u{E001}"
    /// Help.
    case help = "\u{E002}"
    /// Backspace.
    case backspace = "\u{E003}"
    /// Tab.
    case tab = "\u{E004}"
    /// Clear.
    case clear = "\u{E005}"
    /// The main Return key.
    case `return` = "\u{E006}"
    /// The Enter key.
    case enter = "\u{E007}"
    /// Shift.
    case shift = "\u{E008}"
    /// Control.
    case control = "\u{E009}"
    /// Alt.
    case alt = "\u{E00A}"
    /// Pause.
    case pause = "\u{E00B}"
    /// Escape.
    case escape = "\u{E00C}"
    /// Space.
    case space = "\u{E00D}"
    /// Page Up.
    case pageUp = "\u{E00E}"
    /// Page Down.
    case pageDown = "\u{E00F}"
    /// End.
    case end = "\u{E010}"
    /// Home.
    case home = "\u{E011}"
    /// Arrow Left.
    case arrowLeft = "\u{E012}"
    /// Arrow Up.
    case arrowUp = "\u{E013}"
    /// Arrow Right.
    case arrowRight = "\u{E014}"
    /// Arrow Down.
    case arrowDown = "\u{E015}"
    /// Insert.
    case insert = "\u{E016}"
    /// Delete.
    case delete = "\u{E017}"
    /// Semicolon.
    case semicolon = "\u{E018}"
    /// Equals.
    case equals = "\u{E019}"
    /// On the number pad: 0.
    case numpad0 = "\u{E01A}"
    /// On the number pad: 1.
    case numpad1 = "\u{E01B}"
    /// On the number pad: 2.
    case numpad2 = "\u{E01C}"
    /// On the number pad: 3.
    case numpad3 = "\u{E01D}"
    /// On the number pad: 4.
    case numpad4 = "\u{E01E}"
    /// On the number pad: 5.
    case numpad5 = "\u{E01F}"
    /// On the number pad: 6.
    case numpad6 = "\u{E020}"
    /// On the number pad: 7.
    case numpad7 = "\u{E021}"
    /// On the number pad: 8.
    case numpad8 = "\u{E022}"
    /// On the number pad: 9.
    case numpad9 = "\u{E023}"
    /// On the number pad: multiply.
    case numpadMultiply = "\u{E024}"
    /// On the number pad: add.
    case numpadAdd = "\u{E025}"
    /// On the number pad: separator.
    case numpadSeparator = "\u{E026}"
    /// On the number pad: subtract.
    case numpadSubtract = "\u{E027}"
    /// On the number pad: decimal.
    case numpadDecimal = "\u{E028}"
    /// On the number pad: divide.
    case numpadDivide = "\u{E029}"
    /// F1.
    case f1 = "\u{E031}"
    /// F2.
    case f2 = "\u{E032}"
    /// F3.
    case f3 = "\u{E033}"
    /// F4.
    case f4 = "\u{E034}"
    /// F5.
    case f5 = "\u{E035}"
    /// F6.
    case f6 = "\u{E036}"
    /// F7.
    case f7 = "\u{E037}"
    /// F8.
    case f8 = "\u{E038}"
    /// F9.
    case f9 = "\u{E039}"
    /// F10.
    case f10 = "\u{E03A}"
    /// F11.
    case f11 = "\u{E03B}"
    /// F12.
    case f12 = "\u{E03C}"
    /// The Windows, Command or Super key.
    case meta = "\u{E03D}"
    /// Zenkaku Hankaku.
    case zenkakuHankaku = "\u{E040}"
    /// Right Shift.
    case rightShift = "\u{E050}"
    /// Right Control.
    case rightControl = "\u{E051}"
    /// Right Alt.
    case rightAlt = "\u{E052}"
    /// Right Meta.
    case rightMeta = "\u{E053}"
    /// On the number pad: page up.
    case numpadPageUp = "\u{E054}"
    /// On the number pad: page down.
    case numpadPageDown = "\u{E055}"
    /// On the number pad: end.
    case numpadEnd = "\u{E056}"
    /// On the number pad: home.
    case numpadHome = "\u{E057}"
    /// On the number pad: arrow left.
    case numpadArrowLeft = "\u{E058}"
    /// On the number pad: arrow up.
    case numpadArrowUp = "\u{E059}"
    /// On the number pad: arrow right.
    case numpadArrowRight = "\u{E05A}"
    /// On the number pad: arrow down.
    case numpadArrowDown = "\u{E05B}"
    /// On the number pad: insert.
    case numpadInsert = "\u{E05C}"
    /// On the number pad: delete.
    case numpadDelete = "\u{E05D}"
}
