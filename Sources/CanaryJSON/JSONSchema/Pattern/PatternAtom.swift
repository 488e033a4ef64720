/// What one escape, or one character of a class, stands for.
enum PatternAtom {
    /// One scalar, or half of a character.
    case scalar(UInt32)
    /// Several, as the inside of a class of Swift's `Regex`.
    case set(String)
}
