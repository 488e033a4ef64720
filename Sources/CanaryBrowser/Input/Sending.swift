/// When input was sent.
struct Sending: Sendable {
    /// When the first of it was sent.
    var begun = ContinuousClock.now
    /// When what it does was sent: the first button was let go, or the first key pressed.
    var done = ContinuousClock.now
}
