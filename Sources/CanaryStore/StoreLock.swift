import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The hold that one process has of a state folder, until it ends, however that comes.
final class StoreLock: Sendable {
    private let descriptor: Int32

    /// Takes hold of a folder.
    ///
    /// - Parameters:
    ///   - folder: The state folder, which is there.
    ///   - holder: What is written into the file for whoever is refused: `process 4711, since …`.
    /// - Throws: ``StoreError`` with code `held`, which names the holder, or `readOnly`.
    init(_ folder: String, holder: String) throws(StoreError) {
        let path = "\(folder)/canary.lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            let reason = String(cString: strerror(errno))
            throw StoreError(
                .readOnly,
                "\(path) cannot be opened: \(reason)",
                help: "the state folder must be writable"
            )
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let other = Self.content(of: descriptor)
            close(descriptor)
            throw StoreError(
                .held,
                "\(folder) is in use by \(other.isEmpty ? "another process" : other)",
                help: "stop that service, or give this one another state folder"
            )
        }
        ftruncate(descriptor, 0)
        let bytes = Array(holder.utf8)
        pwrite(descriptor, bytes, bytes.count, 0)
    }

    deinit { close(descriptor) }

    private static func content(of descriptor: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 200)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : ""
    }
}
