/// A text with the escapes of one kind read, and where in the text each of its bytes stands.
///
/// A text may be escaped in one way inside another, as JSON in an attribute of HTML (`\\&quot;`): with the outer
/// escapes read, the inner ones are found as they are elsewhere.
struct UnescapedText {
    /// The bytes.
    let bytes: [UInt8]
    fileprivate let escapes: [Escape]

    /// A character that is written as an escape.
    fileprivate struct Escape {
        let bytes: Range<Int>
        let written: Range<Int>
    }

    /// Each reading of a text in which escapes of several kinds meet.
    static func all(of text: UnsafeBufferPointer<UInt8>) -> [UnescapedText] {
        let kinds = [UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "%")]
        let present = kinds.filter(text.contains)
        return present.compactMap { kind in
            let read = UnescapedText(text, introducer: kind)
            let others = kinds.filter { $0 != kind }
            guard !read.escapes.isEmpty, others.contains(where: read.bytes.contains) else { return nil }
            return read
        }
    }

    private init(_ text: UnsafeBufferPointer<UInt8>, introducer: UInt8) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var escapes: [Escape] = []
        var position = 0
        while let found = text[position...].firstIndex(of: introducer) {
            bytes += text[position..<found]
            guard let reading = EscapeReading.simple(at: found, in: text) else {
                bytes.append(introducer)
                position = found + 1
                continue
            }
            let start = bytes.count
            bytes += (0..<reading.count).map(reading.byte)
            escapes.append(Escape(bytes: start..<bytes.count, written: found..<reading.end))
            position = reading.end
        }
        bytes += text[position...]
        self.bytes = bytes
        self.escapes = escapes
    }

    /// Where in the text a range of the bytes stands, with all of the escapes that it touches.
    func written(_ range: Range<Int>) -> Range<Int> {
        let first = escapes[..<escapes.partitioningIndex { $0.bytes.lowerBound > range.lowerBound }].last
        let last = escapes[..<escapes.partitioningIndex { $0.bytes.lowerBound >= range.upperBound }].last
        let lower = first.map {
            $0.bytes.contains(range.lowerBound) ? $0.written.lowerBound : $0.after(range.lowerBound)
        }
        let upper = last.map { max($0.written.upperBound, $0.after(range.upperBound)) }
        return (lower ?? range.lowerBound)..<(upper ?? range.upperBound)
    }
}

extension UnescapedText.Escape {
    /// Where a byte stands that comes after the escape and before the next one.
    fileprivate func after(_ offset: Int) -> Int { offset - bytes.upperBound + written.upperBound }
}

extension RandomAccessCollection {
    /// The first index from which on `isLater` holds.
    fileprivate func partitioningIndex(where isLater: (Element) -> Bool) -> Index {
        var (low, count) = (startIndex, count)
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if isLater(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
