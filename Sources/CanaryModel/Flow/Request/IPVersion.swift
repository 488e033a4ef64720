/// A version of the Internet Protocol.
public enum IPVersion: Int, Sendable, Hashable {
    case v4 = 4
    case v6 = 6
}
