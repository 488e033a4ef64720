import CanaryReport
import WebDriver

extension WireExchange {
    /// The exchange in a line: `POST /element → 200 in 4.2 ms {"using":"css selector",…}`.
    ///
    /// The reply is shown only where something went wrong; it is long and the results say the rest.
    var line: String {
        // The session's id says nothing: a flow has one.
        let parts = self.path.split(separator: "/", maxSplits: 2)
        let path = parts.count > 2 && parts[0] == "session" ? "/" + parts[2] : self.path
        let milliseconds = Double(Int(duration / .microseconds(100))) / 10
        let outcome = status.map { "\($0)" } ?? "no reply"
        let bodies = [request, code.map { "\($0.name) \(reply)" } ?? ""].filter { !$0.isEmpty }
        return "\(method) \(path) → \(outcome) in \(milliseconds) ms "
            + bodies.map { $0.printable(upTo: 300) }.joined(separator: " ")
    }
}
