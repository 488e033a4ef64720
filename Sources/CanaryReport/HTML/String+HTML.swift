extension String {
    /// The text as HTML holds it, in an element or between the quotes of an attribute.
    ///
    /// Pages and servers choose what these texts say: it is ``printable`` and has no character that markup is made of.
    var htmlEscaped: String {
        if utf8.allSatisfy(\.isPlainInHTML) { return self }
        var result = ""
        for scalar in printable.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "`": result += "&#96;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A path below the report's folder as a relative reference.
    ///
    /// It begins with `./` and every character that could end or begin a part of a URL is escaped, so that no path
    /// becomes a scheme, a host, a query or a fragment.
    var relativeReference: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes = Array("./".utf8)
        for byte in utf8 {
            if byte.isPlainInPath {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    /// A printable ASCII character that markup is not made of.
    fileprivate var isPlainInHTML: Bool {
        switch self {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"),
            UInt8(ascii: "`"):
            false
        default: (0x20..<0x7F).contains(self)
        }
    }

    fileprivate var isPlainInPath: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
