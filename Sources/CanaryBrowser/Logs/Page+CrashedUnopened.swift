import WebDriver

extension Page {
    /// Whether a tab that crashed had not got a document yet, as the traffic tells; `false` where it is not known.
    func crashedUnopened() async -> Bool {
        if documents.hasOpened { return false }
        do {
            heldLogs.traffic += try await live.session.send(
                .getLog("performance"),
                deadline: .now + .seconds(2)
            )
        } catch {
            return false  // a driver that keeps no such log
        }
        let came = heldLogs.traffic.contains {
            $0.message.contains("\"Network.responseReceived\"")
                && $0.message.contains("\"type\":\"Document\"")
        }
        return !heldLogs.traffic.isEmpty && !came
    }
}
