import Foundation

/// A block of a TZif file (RFC 9636, section 3.1): a header, and the tables that it announces.
struct TimeZoneFile {
    /// The version of the format, from 1.
    let version: Int
    let changes: [TimeZoneRules.Change]
    /// The offset before the first change, in seconds.
    let initial: Int
    /// What comes after the block.
    let rest: Data

    /// Reads a block; `nil` where it is not one.
    ///
    /// - Parameters:
    ///   - data: The file from the block on.
    ///   - wordSize: How many bytes a time has.
    init?(_ data: Data, wordSize: Int) {
        guard data.count >= 44, data.starts(with: "TZif".utf8) else { return nil }
        let bytes = [UInt8](data)
        func number(at place: Int, _ size: Int) -> Int {
            let bits = bytes[place..<place + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return size == 8 ? Int(Int64(bitPattern: bits)) : Int(Int32(truncatingIfNeeded: bits))
        }
        version = bytes[4] == 0 ? 1 : Int(bytes[4]) - 48
        let counts = (0..<6).map { number(at: 20 + 4 * $0, 4) }
        let (utCount, standardCount, leapCount) = (counts[0], counts[1], counts[2])
        let (timeCount, typeCount, nameSize) = (counts[3], counts[4], counts[5])
        guard counts.allSatisfy({ (0...100_000).contains($0) }), typeCount > 0 else { return nil }
        let types = 44 + timeCount * (wordSize + 1)
        let end = types + typeCount * 6 + nameSize + leapCount * (wordSize + 4) + standardCount + utCount
        guard bytes.count >= end else { return nil }
        let offsets = (0..<typeCount).map { number(at: types + 6 * $0, 4) }
        var changes: [TimeZoneRules.Change] = []
        for index in 0..<timeCount {
            let type = Int(bytes[44 + timeCount * wordSize + index])
            guard offsets.indices.contains(type) else { return nil }
            let time = number(at: 44 + index * wordSize, wordSize)
            changes.append(TimeZoneRules.Change(time: time, offset: offsets[type]))
        }
        (self.changes, initial) = (changes, offsets[0])
        rest = data.dropFirst(end)
    }
}
