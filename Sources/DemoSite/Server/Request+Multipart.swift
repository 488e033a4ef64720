extension DemoSite {
    /// One part of a multipart form (RFC 7578).
    public struct Part: Sendable, Hashable {
        /// The field's name.
        public let name: String
        /// The file's name, where the part is a file.
        public let fileName: String?
        /// The media type, `text/plain` where none is given.
        public let type: String
        /// The content.
        public let body: [UInt8]

        /// The content as text.
        public var text: String { String(decoding: body, as: UTF8.self) }
    }
}

extension DemoSite.Request {
    /// The parts of a `multipart/form-data` body; none where the body is something else.
    public var parts: [DemoSite.Part] {
        guard let type = header("Content-Type"), type.hasPrefix("multipart/form-data"),
            let boundary = parameter("boundary", of: type)
        else { return [] }
        // Each delimiter but the first begins with the line break that ends the part before it.
        let pieces = (Array("\r\n".utf8) + body).pieces(between: Array("\r\n--\(boundary)".utf8))
        return pieces.dropFirst().dropLast().compactMap { part($0) }
    }

    private func part(_ bytes: ArraySlice<UInt8>) -> DemoSite.Part? {
        let blank = Array("\r\n\r\n".utf8)
        guard let end = bytes.firstIndex(of: blank) else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        func value(_ name: String) -> String? {
            lines.first { $0.lowercased().hasPrefix(name + ":") }.map {
                String($0.dropFirst(name.count + 1).trimmingSpaces())
            }
        }
        guard let disposition = value("content-disposition"), let name = parameter("name", of: disposition)
        else {
            return nil
        }
        return DemoSite.Part(
            name: name,
            fileName: parameter("filename", of: disposition),
            type: value("content-type") ?? "text/plain",
            body: Array(bytes[(end + blank.count)...])
        )
    }

    /// A parameter of a header's value: `name` of `form-data; name="file"`.
    private func parameter(_ name: String, of value: String) -> String? {
        for piece in value.split(separator: ";").dropFirst() {
            let pair = piece.trimmingSpaces().split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].lowercased() == name else { continue }
            return pair[1].hasPrefix("\"")
                ? String(pair[1].dropFirst().prefix { $0 != "\"" }) : String(pair[1])
        }
        return nil
    }
}

extension RandomAccessCollection<UInt8> where Index == Int {
    /// Where `needle` begins first.
    fileprivate func firstIndex(of needle: [UInt8]) -> Int? {
        guard count >= needle.count else { return nil }
        return (startIndex...(endIndex - needle.count)).first { start in
            self[start] == needle[0] && self[start..<(start + needle.count)].elementsEqual(needle)
        }
    }

    /// What stands before, between and after the places where `delimiter` stands.
    fileprivate func pieces(between delimiter: [UInt8]) -> [SubSequence] {
        var pieces: [SubSequence] = []
        var rest = self[startIndex..<endIndex]
        while let index = rest.firstIndex(of: delimiter) {
            pieces.append(rest[..<index])
            rest = rest[(index + delimiter.count)...]
        }
        return pieces + [rest]
    }
}
