/// Looks for bytes that are not UTF-8.
enum UTF8Check {
    /// The first byte that is not part of a whole and allowed sequence; `nil` where all are.
    static func firstInvalid(in bytes: [UInt8]) -> Int? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var index = 0
        while index < bytes.count {
            let length = length(bytes[index])
            guard length > 0, index + length <= bytes.count,
                String(validating: bytes[index..<index + length], as: UTF8.self) != nil
            else { return index }
            index += length
        }
        return nil
    }

    private static func length(_ lead: UInt8) -> Int {
        switch lead {
        case 0...0x7F: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }
}
