/// Who has caused a request, for the traces of a server (W3C Trace Context): a trace that begins with it.
package struct TraceParent: Sendable, CustomStringConvertible {
    /// The value of its header: version, trace, span, and that it is recorded.
    package let description: String

    /// Makes one that is like no other.
    package init() {
        func digits(_ count: Int) -> String {
            let digits = (0..<count).map { _ in String(UInt8.random(in: 0...15), radix: 16) }.joined()
            return digits.allSatisfy { $0 == "0" } ? String(repeating: "1", count: count) : digits
        }
        description = "00-\(digits(32))-\(digits(16))-01"
    }
}
