import Testing

@testable import FlowFile

@Suite("JSON5, mutated documents") struct JSON5MutationTests {
    private static let seed = """
        \u{FEFF}// a flow
        { name: 'login', "tags": ["a\\u00e9\\uD83D\\uDE00",], /* é */ n: [-.5e+1, 0xFF, Infinity, tru],
          steps: [ { click: "#a\\
        b", ключ: null }, ], }
        """

    @Test("never crash the reader, and give a value or a mistake within the text")
    func mutations() {
        var random = SplitMix(state: 42)
        let seed = Array(Self.seed.utf8)
        let pieces: [[UInt8]] = [
            "{", "}", "[", "]", ",", ":", "'", "\"", "\\", "/", "*", "\n", "\0", "é", "\\u", "-", "e",
        ]
        .map { Array($0.utf8) }
        for _ in 0..<5_000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0 where bytes.count > 3: bytes.removeSubrange(place..<min(place + 3, bytes.count))
                case 1: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
                default: bytes = Array(bytes[...place])
                }
            }
            // A file that is not UTF-8 never comes to the parser.
            let source = SourceText(file: "t", bytes: Array(String(decoding: bytes, as: UTF8.self).utf8))
            let document = JSON5Document(source)
            #expect(document.root != nil || !document.errors.isEmpty)
            #expect(document.errors.allSatisfy { (0...source.bytes.count).contains($0.offset) })
            for error in document.errors { _ = SourcePlace(source, at: error.offset) }
        }
    }
}

/// A small generator whose sequence is the same in every run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
