import Foundation

extension Command where Response == NewSession {
    /// Starts a session; it is ``Session/start(on:capabilities:deadline:)`` that sends it.
    ///
    /// [New Session](https://www.w3.org/TR/webdriver2/#new-session)
    public static func newSession(_ capabilities: Capabilities) -> Self {
        Self(post: "/session", isSessionCommand: false, ["capabilities": capabilities])
            .decoding { try JSONText.decoder.decode(NewSession.self, from: $0) }
    }
}

extension Command where Response == DriverStatus {
    /// Whether the driver can take a session.
    ///
    /// [Status](https://www.w3.org/TR/webdriver2/#status)
    public static var status: Self { Self(.get, "/status", isSessionCommand: false) }
}

extension Command where Response == Nothing {
    /// Ends the session and its browser; no error where it is gone already.
    ///
    /// [Delete Session](https://www.w3.org/TR/webdriver2/#delete-session)
    public static var deleteSession: Self { Self(.delete, "") }

    /// Sets the limits that are given and leaves the others.
    ///
    /// [Set Timeouts](https://www.w3.org/TR/webdriver2/#set-timeouts)
    public static func setTimeouts(_ timeouts: Timeouts) -> Self { Self(post: "/timeouts", timeouts) }
}

extension Command where Response == Timeouts {
    /// The session's limits.
    ///
    /// [Get Timeouts](https://www.w3.org/TR/webdriver2/#get-timeouts)
    public static var getTimeouts: Self { Self(.get, "/timeouts") }
}
