import WebDriver

extension Page {
    /// Whether the driver knows the DevTools protocol, as far as that was asked.
    var hasDevTools: Bool { devTools.isAvailable != false }

    /// Does something by the DevTools protocol.
    ///
    /// - Returns: What came of it; `nil` where the driver does not know the protocol, which is remembered, or cannot do this
    ///   by it.
    /// - Throws: What `body` throws.
    func byDevTools<Value>(_ body: () async throws -> Value) async throws -> Value? {
        guard hasDevTools else { return nil }
        do {
            let value = try await body()
            devTools.isAvailable = true
            return value
        } catch let error as WebDriverError where error.isUnsupported {
            // A driver that has done something by it knows it, whatever else it cannot do.
            if error.code != .unsupportedOperation || devTools.isAvailable != true {
                devTools.isAvailable = false
            }
            return nil
        }
    }

    /// Forgets what is known of the documents in all frames: another document comes.
    func forgetWorlds() { devTools.worlds = [:] }

    /// Forgets what is known of the window: another one is the current one.
    func forgetTopFrame() {
        devTools.topFrame = nil
        forgetWorlds()
    }
}
