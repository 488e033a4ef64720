import Foundation

/// Bytes that pass for a PNG of 1280×720.
enum SamplePicture {
    static func data(count: Int = 40, of path: String = "") -> Data {
        let head: [UInt8] = [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 5, 0,
            0, 0,
            2, 0xD0,
        ]
        return Data(head)
            + (path.utf8 + Data(repeating: 7, count: max(0, count - head.count))).prefix(
                max(0, count - head.count)
            )
    }
}
