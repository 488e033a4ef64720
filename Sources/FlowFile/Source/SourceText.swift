import CanaryModel

/// The text of one file, and where its bytes stand in lines and columns.
///
/// Lines end at a line feed, a carriage return or both, as in an editor. Positions are worked out
/// when they are asked for: most files have none to tell.
final class SourceText {
    /// The file as it is named in messages.
    let file: String
    /// Valid UTF-8, a byte order mark included.
    let bytes: [UInt8]

    private lazy var lineStarts = Self.lineStarts(of: bytes)
    private lazy var scalarsBeforeBlock = Self.scalarsBeforeBlocks(of: bytes)
    private static let blockSize = 1024

    init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    /// The first byte of the text proper, after a byte order mark.
    var textStart: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// The position of the byte at `offset`, which may be the end of the file.
    func position(at offset: Int) -> SourcePosition {
        let line = lineIndex(at: offset)
        let start = max(lineStarts[line], textStart)
        return SourcePosition(file: file, line: line + 1, column: scalars(from: start, to: offset) + 1)
    }

    /// `line:column` of the byte at `offset`.
    func place(at offset: Int) -> String {
        let position = position(at: offset)
        return "\(position.line):\(position.column)"
    }

    /// The bytes of the line that holds `offset`, without its line end.
    func lineRange(at offset: Int) -> Range<Int> {
        let line = lineIndex(at: offset)
        let start = max(lineStarts[line], textStart)
        var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
            end -= 1
        }
        return min(start, end)..<end
    }

    /// The text of a range of bytes.
    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    private func lineIndex(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private func scalars(from start: Int, to end: Int) -> Int {
        guard end - start > Self.blockSize else { return end > start ? count(start..<end) : 0 }
        // A file may be one long line: what is between the two is known by blocks.
        return scalars(before: end) - scalars(before: start)
    }

    private func scalars(before offset: Int) -> Int {
        let block = offset / Self.blockSize
        return scalarsBeforeBlock[block] + count(block * Self.blockSize..<offset)
    }

    private func count(_ range: Range<Int>) -> Int {
        var count = 0
        for index in range where !Self.isContinuation(bytes[index]) { count += 1 }
        return count
    }

    private static func lineStarts(of bytes: [UInt8]) -> [Int] {
        var starts = [0]
        for (index, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D {
            let isFirstOfTwo = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
            if !isFirstOfTwo { starts.append(index + 1) }
        }
        return starts
    }

    private static func scalarsBeforeBlocks(of bytes: [UInt8]) -> [Int] {
        var sums = [0]
        var sum = 0
        for (index, byte) in bytes.enumerated() {
            if !isContinuation(byte) { sum += 1 }
            if (index + 1) % blockSize == 0 { sums.append(sum) }
        }
        return sums
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
