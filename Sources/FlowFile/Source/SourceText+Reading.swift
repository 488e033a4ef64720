import Foundation

extension SourceText {
    /// The largest file that is read, in bytes; one written by hand has some thousand.
    static let maximumSize = 16 << 20

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: The file; it is named so in messages, but relative to the working directory where that is shorter.
    ///   - isStream: Whether it may be a pipe, as what a shell makes of `<(…)`.
    /// - Returns: Its text, or why there is none: missing, a folder, not allowed, too large, not UTF-8.
    static func read(_ path: String, isStream: Bool = false) -> Result<SourceText, FlowDiagnostic> {
        let file = FileName.shown(path)
        do {
            let bytes = try bytes(of: path, isStream: isStream)
            let source = SourceText(file: file, bytes: bytes)
            guard let invalid = UTF8Check.firstInvalid(in: bytes) else { return .success(source) }
            return .failure(notUTF8(source, at: invalid))
        } catch {
            return .failure(FlowDiagnostic(at: SourcePlace(file: file), error.reason))
        }
    }

    private struct Unreadable: Error {
        let reason: String
    }

    private static func bytes(of path: String, isStream: Bool) throws(Unreadable) -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
            throw Unreadable(reason: isLink ? "the link leads to no file" : "there is no such file")
        }
        if isFolder.boolValue { throw Unreadable(reason: "this is a folder, not a file") }
        // A pipe would keep the reader waiting, already where it is opened; a device would have no end.
        if !isStream, !FileName.isFile(path) {
            throw Unreadable(reason: "this is a pipe or a device, not a file")
        }
        if !FileName.isFile(path) { return try streamBytes(of: path) }
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { handle.closeFile() }
            let data = try handle.read(upToCount: maximumSize + 1) ?? Data()
            if data.count <= maximumSize { return [UInt8](data) }
        } catch {
            throw Unreadable(reason: "the file cannot be read: \(error.localizedDescription)")
        }
        throw tooLarge
    }

    /// How long somebody may take to write into a pipe.
    private static let longestSilence = 10_000

    /// Reads a pipe or a device to its end, without a wait that no cancellation ends.
    private static func streamBytes(of path: String) throws(Unreadable) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable() }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= maximumSize {
            try waitForInput(descriptor)
            let count = Foundation.read(descriptor, &part, part.count)
            if count > 0 { bytes += part[..<count] }
            if count == 0 { return bytes }
            if count < 0, errno != EINTR, errno != EAGAIN { throw unreadable() }
        }
        throw tooLarge
    }

    /// Waits until there is something to be read, or the end: that of a pipe comes once somebody has written into it.
    private static func waitForInput(_ descriptor: Int32) throws(Unreadable) {
        var interest = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let slice = 100
        for _ in 0..<longestSilence / slice {
            if Task.isCancelled { throw Unreadable(reason: "the file was not read: canary was interrupted") }
            if poll(&interest, 1, Int32(slice)) > 0 { return }
        }
        throw Unreadable(reason: "nobody has written into this pipe for \(longestSilence / 1000) s")
    }

    private static func unreadable() -> Unreadable {
        Unreadable(reason: "the file cannot be read: \(String(cString: strerror(errno)))")
    }

    private static var tooLarge: Unreadable {
        Unreadable(reason: "the file is larger than \(maximumSize >> 20) MB")
    }

    private static func notUTF8(_ source: SourceText, at offset: Int) -> FlowDiagnostic {
        // The text before the byte is sound, and its position is known; the line is not shown.
        let sound = SourceText(file: source.file, bytes: Array(source.bytes[..<offset]))
        let byte = "0x" + String(source.bytes[offset], radix: 16, uppercase: true)
        return FlowDiagnostic(
            position: sound.position(at: offset),
            message: "the file is not UTF-8: unexpected byte \(byte) at offset \(offset)",
            suggestion: "save it as UTF-8"
        )
    }
}

/// How files are named in messages.
enum FileName {
    /// The path, relative to the working directory where that is shorter.
    static func shown(_ path: String) -> String {
        let folder = FileManager.default.currentDirectoryPath
        if path.hasPrefix(folder + "/") { return String(path.dropFirst(folder.count + 1)) }
        return path.hasPrefix("./") && path.count > 2 ? String(path.dropFirst(2)) : path
    }

    /// The path from the root, its `.` and `..` worked out.
    static func absolute(_ path: String) -> String {
        let folder = FileManager.default.currentDirectoryPath
        return FilePath.joined(folder, path) ?? path
    }

    /// The folders whose files a flow in `folder` may read: its own, the current one, and those that are allowed.
    ///
    /// A current folder that is the root, where services are started, would be all files.
    static func readable(besides folder: String, _ allowed: [String]) -> [String] {
        let current = FileManager.default.currentDirectoryPath
        return [absolute(folder)] + (current == "/" ? [] : [current]) + allowed.map(absolute)
    }

    /// Whether there is a file, and not a folder, a pipe or a device, at a path.
    static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Whether there is a folder at a path.
    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
