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
                try data.write(to: URL(fileURLWithPath: path).resolvingSymlinksInPath(), options: .atomic)
            } else {
                let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
                try handle.write(contentsOf: data)
                try handle.close()
            }
        } catch {
            throw failure(error.localizedDescription)
        }
    }

    /// The kind of what is there, links followed; `nil` where nothing is.
    private var kind: mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    private func failure(_ cause: String) -> CommandFailure {
        .error("the report \(path.quoted) cannot be written: \(cause)")
    }
}
