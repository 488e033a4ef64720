public import Foundation

/// A file that no reader sees a half of, and of which a killed writer leaves nothing.
///
/// Where the system can, it is written without a name, which it gets once it is whole.
public struct WholeFile: Sendable, Hashable {
    /// Why a file could not be written.
    public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
        /// The system's number for it.
        public let code: Int32
        /// It in words: `No space left on device`.
        public var description: String { String(cString: strerror(code)) }
    }

    private let path: String

    /// Names a file.
    public init(_ path: String) { self.path = path }

    /// Writes it, in place of what is there.
    ///
    /// - Throws: ``Failure``; then what was there is there still.
    public func write(_ bytes: Data) throws(Failure) {
        let folder = (path as NSString).deletingLastPathComponent
        let hidden = "\(folder.isEmpty ? "." : folder)/.\((path as NSString).lastPathComponent).part"
        #if os(Linux)
        let unnamed = open(folder.isEmpty ? "." : folder, Self.unnamedFile | O_WRONLY | O_CLOEXEC, 0o666)
        if unnamed >= 0 {
            defer { close(unnamed) }
            try Self.write(bytes, to: unnamed)
            if Self.name(unnamed, path) { return }
            unlink(hidden)
            if Self.name(unnamed, hidden) { return try Self.put(hidden, inPlaceOf: path) }
        }
        #endif
        try writeNamed(bytes, hidden)
    }

    /// Writes it under a name of its own, where a file cannot be written without one.
    private func writeNamed(_ bytes: Data, _ hidden: String) throws(Failure) {
        let file = open(hidden, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw Failure(code: errno) }
        do throws(Failure) {
            defer { close(file) }
            try Self.write(bytes, to: file)
        } catch {
            unlink(hidden)
            throw error
        }
        try Self.put(hidden, inPlaceOf: path)
    }

    private static func put(_ hidden: String, inPlaceOf path: String) throws(Failure) {
        guard rename(hidden, path) != 0 else { return }
        let code = errno
        unlink(hidden)
        throw Failure(code: code)
    }

    /// Writes all bytes to an open file.
    static func write(_ bytes: Data, to file: Int32) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure(code: errno) }
            rest = rest.dropFirst(count)
        }
    }

    #if os(Linux)
    // O_TMPFILE, whose value Swift does not see.
    private static let unnamedFile = 0o20000000 | O_DIRECTORY

    /// Gives an open file without a name this one, where nothing has it.
    private static func name(_ file: Int32, _ path: String) -> Bool {
        linkat(AT_FDCWD, "/proc/self/fd/\(file)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
    }
    #endif
}
