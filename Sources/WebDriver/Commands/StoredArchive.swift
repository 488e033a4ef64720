import Foundation

/// A zip archive of one file, not compressed: the form in which drivers take a file.
///
/// Source: [APPNOTE 6.3](https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), sections 4.3.7, 4.3.12, 4.3.16.
struct StoredArchive {
    /// The archive's bytes.
    private(set) var data = Data()

    init(fileName: String, _ contents: Data) {
        let name = Array(fileName.utf8)
        var fields = Data()
        fields.append(littleEndian: UInt16(20))  // version needed
        fields.append(littleEndian: UInt16(0x0800))  // the name is UTF-8
        fields.append(littleEndian: UInt16(0))  // stored
        fields.append(littleEndian: UInt32(0x0021_0000))  // 1980-01-01, the earliest date
        fields.append(littleEndian: Self.checksum(of: contents))
        fields.append(littleEndian: UInt32(contents.count))
        fields.append(littleEndian: UInt32(contents.count))
        fields.append(littleEndian: UInt16(name.count))
        fields.append(littleEndian: UInt16(0))  // extra field

        data.append(littleEndian: UInt32(0x0403_4B50))
        data.append(fields)
        data.append(contentsOf: name)
        data.append(contents)
        appendDirectory(fields, name)
    }

    private mutating func appendDirectory(_ fields: Data, _ name: [UInt8]) {
        let start = data.count
        data.append(littleEndian: UInt32(0x0201_4B50))
        data.append(littleEndian: UInt16(20))  // version made by
        data.append(fields)
        data.append(Data(count: 14))  // comment, disk, attributes, offset: none, the first, plain, 0
        data.append(contentsOf: name)
        let size = data.count - start
        data.append(littleEndian: UInt32(0x0605_4B50))
        data.append(Data(count: 4))  // disks
        data.append(littleEndian: UInt16(1))
        data.append(littleEndian: UInt16(1))
        data.append(littleEndian: UInt32(size))
        data.append(littleEndian: UInt32(start))
        data.append(littleEndian: UInt16(0))  // comment
    }

    /// CRC-32 as zip has it.
    private static func checksum(of contents: Data) -> UInt32 {
        ~contents.reduce(~0) { checksum, byte in
            checksum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: checksum) ^ byte)]
        }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(index) { value, _ in value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
}

extension Data {
    fileprivate mutating func append(littleEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}
