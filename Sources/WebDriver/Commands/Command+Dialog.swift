extension Command where Response == Nothing {
    /// Closes the dialog as "Cancel" does, or `no such alert`.
    ///
    /// [Dismiss Alert](https://www.w3.org/TR/webdriver2/#dismiss-alert)
    public static var dismissAlert: Self { Self(.post, "/alert/dismiss") }

    /// Closes the dialog as "OK" does, or `no such alert`.
    ///
    /// [Accept Alert](https://www.w3.org/TR/webdriver2/#accept-alert)
    public static var acceptAlert: Self { Self(.post, "/alert/accept") }

    /// Types into a prompt, replacing what is there; `element not interactable` for other dialogs.
    ///
    /// [Send Alert Text](https://www.w3.org/TR/webdriver2/#send-alert-text)
    public static func sendAlertText(_ text: String) -> Self { Self(post: "/alert/text", ["text": text]) }
}

extension Command where Response == String? {
    /// What the dialog says, or `no such alert`; `nil` where the dialog has no text.
    ///
    /// [Get Alert Text](https://www.w3.org/TR/webdriver2/#get-alert-text)
    public static var getAlertText: Self { Self(.get, "/alert/text") }
}
