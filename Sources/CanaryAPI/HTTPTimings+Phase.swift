import CanaryHTTP
import CanaryModel

extension HTTPTimings {
    /// How long a phase took; zero for one that a kept connection spares.
    func length(of phase: ResponsePhase) -> Duration {
        let length: Duration =
            switch phase {
            case .dns: nameLookup
            case .connect: connect - nameLookup
            case .tls: tls - connect
            case .firstByte: firstByte - request
            case .transfer: total - redirects - firstByte
            }
        return max(length, .zero)
    }
}
