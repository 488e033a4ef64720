/// Where in a text a secret may begin, told from two bytes at a time.
///
/// It lets the redactor read a text of megabytes in one quick pass: only where it says so is a pattern tried.
struct FirstBytes: Sendable {
    /// One bit for each pair of bytes that may begin a secret in plain.
    private var pairs = [UInt64](repeating: 0, count: 1024)
    /// Whether a secret begins with the byte.
    private var firsts = [Bool](repeating: false, count: 256)

    init(of patterns: [SecretPattern]) {
        for pattern in patterns {
            guard let first = pattern.bytes.first else { continue }
            firsts[Int(first)] = true
            for second in Self.seconds(of: pattern) { insert(first, second) }
        }
        for introducer in EscapeReading.introducers {
            for second in 0...255 { insert(introducer, UInt8(second)) }
        }
    }

    private static func seconds(of pattern: SecretPattern) -> [UInt8] {
        // A space is any white space, in UTF-8 too.
        guard pattern.bytes.count > 1, pattern.bytes[1] != UInt8(ascii: " ") else { return Array(0...255) }
        // What nobody sees may stand in between.
        return [pattern.bytes[1], 0xC2, 0xE2, 0xEF] + EscapeReading.introducers
    }

    private mutating func insert(_ first: UInt8, _ second: UInt8) {
        let pair = Int(first) << 8 | Int(second)
        pairs[pair >> 6] |= 1 << (pair & 63)
    }

    /// Calls `body` with each offset at which a secret may begin, in order.
    func forEachCandidate(in text: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
        pairs.withUnsafeBufferPointer { pairs in
            for offset in text.indices {
                let second = offset + 1 < text.count ? text[offset + 1] : 0
                let pair = Int(text[offset]) << 8 | Int(second)
                guard pairs[pair >> 6] & (1 << (pair & 63)) != 0 else { continue }
                if mayBegin(at: offset, in: text) { body(offset) }
            }
        }
    }

    private func mayBegin(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        if firsts[Int(text[offset])] { return true }
        var found = false
        EscapeReading.forEach(at: offset, in: text) { found = found || firsts[Int($0.byte(0))] }
        return found
    }
}
