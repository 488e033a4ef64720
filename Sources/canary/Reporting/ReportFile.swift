import CanaryRunner
import Foundation

/// A file that a report is written to, outside of the run's folder.
struct ReportFile: Sendable, Hashable {
    let path: String

    /// Makes the folders above it and sees whether it can be written, so that a run is not done for nothing.
    ///
    /// - Throws: ``CommandFailure``.
    func prepare() throws(CommandFailure) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw failure("its folder cannot be made: \(error.localizedDescription)")
        }
        if kind == S_IFDIR { throw failure("it is a folder") }
        guard access(kind == nil ? folder : path, W_OK) == 0 else {
            throw failure(String(cString: strerror(errno)))
        }
    }

    /// Puts `data` in place as a whole; into what is no regular file (a pipe, a device) it is written directly.
    ///
    /// - Throws: ``CommandFailure``.
    func write(_ data: Data) throws(CommandFailure) {
        do {
            if kind == nil || kind == S_IFREG {
                try WholeFile(URL(fileURLWithPath: path).resolvingSymlinksInPath().path).write(data)
            } else {
                try writeInto(data)
            }
        } catch let error as CommandFailure {
            throw error
        } catch {
            throw failure((error as? WholeFile.Failure)?.description ?? error.localizedDescription)
        }
    }

    /// Writes into a pipe or a device; one that nobody reads would keep its writer waiting.
    private func writeInto(_ data: Data) throws(CommandFailure) {
        let descriptor = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENXIO ? failure("nobody reads from this pipe") : failure(code: errno)
        }
        defer { close(descriptor) }
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
        let stream = StandardStream(descriptor: descriptor)
        stream.write(String(decoding: data, as: UTF8.self))
        if let code = stream.failure { throw failure(code: code) }
    }

    /// Puts `data` after what is there.
    ///
    /// - Throws: ``CommandFailure``.
    func append(_ data: Data) throws(CommandFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(code: errno) }
        let stream = StandardStream(descriptor: descriptor)
        stream.write(String(decoding: data, as: UTF8.self))
        close(descriptor)
        if let code = stream.failure { throw failure(code: code) }
    }

    /// The failure that a code of the system stands for.
    func failure(code: Int32) -> CommandFailure { failure(String(cString: strerror(code))) }

    /// The kind of what is there, links followed; `nil` where nothing is.
    private var kind: mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    private func failure(_ cause: String) -> CommandFailure {
        .error("the report \(path.quoted) cannot be written: \(cause)")
    }
}
