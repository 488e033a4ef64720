extension DemoSite {
    /// One thing that goes wrong, or just takes its time.
    ///
    /// The first group happens between server and browser, to any answer; the others change HTML pages,
    /// by what the server writes into them. Selectors are CSS, seen from the top document.
    public indirect enum Effect: Sendable, Hashable {
        /// The effect happens to the next request that matches, and then never again.
        case once(Effect)

        /// Answers this much later.
        case delay(Duration)
        /// Answers with this status and a page that says so.
        case status(Int)
        /// Never answers; the connection stays open.
        case neverAnswer
        /// Redirects to the same address, for ever.
        case redirectForever
        /// Closes the connection without an answer.
        case closeBeforeAnswer
        /// Closes the connection after half of the body.
        case closeMidBody

        /// Hides elements (`display: none`).
        case hide(String)
        /// Gives the element with one id another one.
        case rename(String, to: String)
        /// Covers the whole page by `#cookie-wall`, for good.
        case cover
        /// Covers the whole page by `#spinner`, which goes away.
        case spinner(for: Duration)
        /// Takes an element out of the page and puts it back later.
        case late(String, by: Duration)
        /// Moves an element to and fro by a CSS animation, for this long.
        case moving(String, for: Duration)
        /// Changes the text of an element some time after load.
        case changeText(String, to: String, after: Duration)

        /// Disables a button until a field of the page had an `input` event.
        case disableUntilInput(String)
        /// Moves the focus to an element some time after load.
        case stealFocus(to: String, after: Duration)
        /// Keeps a field's old value where a script clears it, as frameworks do that hold it.
        case holdValue(String)

        /// Shows an alert when the page has loaded.
        case alert(String)
        /// Throws a JavaScript error when the page has loaded.
        case scriptError(String)
        /// Keeps the page's thread busy when it has loaded.
        case freeze(for: Duration)
        /// Closes the window when the page has loaded.
        case closeWindow

        var isOnce: Bool {
            if case .once = self { true } else { false }
        }
    }
}
