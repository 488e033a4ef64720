package import Foundation

extension Data {
    /// Width and height of a PNG in pixels, from [its first chunk](https://www.w3.org/TR/png-3/#11IHDR); `nil` where it
    /// is none.
    package var pictureSize: (width: Int, height: Int)? {
        let head = [UInt8](prefix(24))
        guard head.count == 24, head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            return nil
        }
        func number(at index: Int) -> Int { head[index..<index + 4].reduce(0) { $0 << 8 | Int($1) } }
        return (number(at: 16), number(at: 20))
    }
}
