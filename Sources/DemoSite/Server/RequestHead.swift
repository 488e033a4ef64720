/// The request line and the headers, read from bytes (RFC 9112, sections 2 to 6).
struct RequestHead {
    static let maximumSize = 64 * 1024

    let method: String
    let target: String
    let version: String
    let headers: [DemoSite.Header]

    /// The index after the empty line that ends a head, or `nil` where it is not there yet.
    static func end(in bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var index = start
            while index < bytes.count {
                guard bytes[index] == UInt8(ascii: "\n") else {
                    index += 1
                    continue
                }
                let next = index + 1
                if next < bytes.count, bytes[next] == UInt8(ascii: "\n") { return next + 1 }
                if next + 1 < bytes.count, bytes[next] == UInt8(ascii: "\r"),
                    bytes[next + 1] == UInt8(ascii: "\n")
                {
                    return next + 2
                }
                index += 1
            }
            return nil
        }
    }

    init(_ bytes: ArraySlice<UInt8>) throws(RequestRejection) {
        let lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == "\r\n" || $0 == "\n" }
        )
        let words = lines[0].split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, !words[0].isEmpty, words[0].allSatisfy(\.isTokenCharacter) else {
            throw RequestRejection(status: 400, reason: "the request line is not METHOD TARGET VERSION")
        }
        guard words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0" else {
            throw RequestRejection(status: 505, reason: "only HTTP/1.1 and HTTP/1.0 are spoken here")
        }
        method = String(words[0])
        target = String(words[1])
        version = String(words[2])
        headers = try Self.headers(lines.dropFirst().filter { !$0.isEmpty })
        guard version == "HTTP/1.0" || headers.count(where: { $0.isNamed("Host") }) == 1 else {
            throw RequestRejection(status: 400, reason: "a request has exactly one Host header")
        }
    }

    private static func headers(_ lines: [Substring]) throws(RequestRejection) -> [DemoSite.Header] {
        var headers: [DemoSite.Header] = []
        for line in lines {
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex,
                line[..<colon].allSatisfy(\.isTokenCharacter)
            else {
                throw RequestRejection(status: 400, reason: "a header is not NAME: VALUE")
            }
            let value = line[line.index(after: colon)...].trimmingSpaces()
            headers.append(DemoSite.Header(name: String(line[..<colon]), value: String(value)))
        }
        return headers
    }
}

extension RequestHead {
    /// The size of the body, from `Content-Length`.
    func bodySize(limit: Int) throws(RequestRejection) -> Int {
        guard !headers.contains(where: { $0.isNamed("Transfer-Encoding") }) else {
            throw RequestRejection(status: 411, reason: "a body comes with its Content-Length here")
        }
        let lengths = Set(headers.filter { $0.isNamed("Content-Length") }.map(\.value))
        guard let length = lengths.first else { return 0 }
        guard lengths.count == 1, length.utf8.allSatisfy({ (48...57).contains($0) }), let size = Int(length)
        else {
            throw RequestRejection(status: 400, reason: "Content-Length is not one number")
        }
        guard size <= limit else {
            throw RequestRejection(status: 413, reason: "the body is over \(limit) bytes")
        }
        return size
    }

    /// Whether the peer waits for `100 Continue` before it sends the body.
    var expectsContinue: Bool {
        headers.contains { $0.isNamed("Expect") && $0.value.lowercased() == "100-continue" }
    }
}

extension Character {
    /// Whether it may stand in a method or a header's name (RFC 9110, section 5.6.2).
    fileprivate var isTokenCharacter: Bool {
        guard let ascii = asciiValue else { return false }
        return isLetter || isNumber || "!#$%&'*+-.^_`|~".utf8.contains(ascii)
    }
}

extension Substring {
    /// The text without the spaces and tabs around it.
    func trimmingSpaces() -> Substring {
        var text = drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}
