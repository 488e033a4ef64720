import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension Data {
    /// The text that the bytes are in a character encoding, by iconv.
    ///
    /// - Parameter charset: The encoding by its name, without regard to case: `iso-8859-1`, `gb2312`.
    /// - Returns: The text; `nil` where the bytes are not valid in it.
    /// - Throws: ``UnknownCharset``.
    func text(in charset: String) throws(UnknownCharset) -> String? {
        let name = charset.lowercased()
        if name == "utf-8" || name == "utf8" { return String(validating: self, as: UTF8.self) }
        // Behind a slash are instructions to iconv, such as to leave out what is not valid.
        guard !name.contains("/"), !name.isEmpty, let converter = iconv_open("UTF-8", name),
            converter != iconv_t(bitPattern: -1)
        else { throw UnknownCharset(name: charset) }
        defer { iconv_close(converter) }
        var bytes = [CChar](unsafeUninitializedCapacity: count) { buffer, size in
            _ = buffer.withMemoryRebound(to: UInt8.self) { copyBytes(to: $0) }
            size = count
        }
        var text = [CChar](repeating: 0, count: 4 * count + 16)
        var (left, room) = (bytes.count, text.count)
        let isWhole = bytes.withUnsafeMutableBufferPointer { source in
            text.withUnsafeMutableBufferPointer { target in
                var (from, to) = (source.baseAddress, target.baseAddress)
                return iconv(converter, &from, &left, &to, &room) != -1
            }
        }
        guard isWhole else { return nil }
        return String(decoding: text.prefix(text.count - room).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
