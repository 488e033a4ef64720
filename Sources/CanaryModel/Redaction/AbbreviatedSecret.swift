/// A secret of which a text has the two ends alone: browsers abbreviate long messages of errors in their middle, to
/// `Error: bad eyJhbGciOi…k0NTY3OA`.
struct AbbreviatedSecret: Sendable {
    /// Less of a secret than this is not looked for: it is the least that a secret has.
    private static let least = 4
    private static let ellipsis = Array("…".utf8)

    private let bytes: [UInt8]
    /// Whether a byte is in it: most of what stands beside a `…` is recognised by one.
    private let holds: [Bool]

    /// Makes one; `nil` of a secret that cannot lose anything and be recognised.
    init?(_ secret: String) {
        bytes = Array(secret.utf8)
        holds = bytes.reduce(into: [Bool](repeating: false, count: 256)) { $0[Int($1)] = true }
        guard bytes.count > Self.least else { return nil }
    }

    /// Where the beginning of one of `secrets` stands before a `…`, and the end of one after it.
    static func ranges(of secrets: [Self], in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var place = text.startIndex
        while !secrets.isEmpty, let found = text[place...].firstIndex(of: ellipsis[0]) {
            place = found + 1
            guard text[found...].starts(with: ellipsis) else { continue }
            ranges += secrets.flatMap {
                $0.ranges(before: text[..<found], after: text[(found + ellipsis.count)...])
            }
        }
        return ranges
    }

    private func ranges(
        before: Slice<UnsafeBufferPointer<UInt8>>,
        after: Slice<UnsafeBufferPointer<UInt8>>
    ) -> [Range<Int>] {
        let begun = length(beside: before.last) { before.suffix($0).elementsEqual(bytes.prefix($0)) }
        let ended = length(beside: after.first) { after.prefix($0).elementsEqual(bytes.suffix($0)) }
        return [
            begun.map { before.endIndex - $0..<before.endIndex },
            ended.map { after.startIndex..<after.startIndex + $0 },
        ].compactMap(\.self)
    }

    /// How much of the secret stands there, with this byte beside the `…`, the most that does; `nil` where it is too
    /// little.
    private func length(beside neighbour: UInt8?, _ stands: (Int) -> Bool) -> Int? {
        guard let neighbour, holds[Int(neighbour)] else { return nil }
        return (Self.least..<bytes.count).reversed().first(where: stands)
    }
}
