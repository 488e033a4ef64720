import CanaryModel
public import Foundation

/// The folder of one run: `OUTPUT/20261120T235959Z-k3f9`.
///
/// Every file gets its name once it is whole, so that no reader sees a half of one.
public struct RunFolder: Sendable, Hashable {
    /// The run's identifier, which is the folder's name.
    public let id: String
    /// The folder's path, as the user gave the one that holds it.
    public let path: String

    /// Makes the folder of a new run and points `latest` beside it to it.
    ///
    /// - Parameter output: The folder that holds the runs; made where it is not there.
    /// - Throws: ``RunError`` with code `output` where it cannot be written.
    public init(below output: String) throws {
        let id = Self.newID(at: .now())
        self.id = id
        path = output + "/" + id
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try Self.link(output + "/latest", to: id)
        } catch {
            throw RunError(.output, "the results cannot be written to \(output): \(Self.words(error))")
        }
    }

    /// Writes a file whole, or not at all.
    ///
    /// - Parameters:
    ///   - bytes: What it holds.
    ///   - name: Its path in the folder; folders on the way are made.
    /// - Throws: ``RunError`` with code `output`.
    public func write(_ bytes: Data, to name: String) throws {
        do {
            try makeFolders(above: name)
            try WholeFile(path + "/" + name).write(bytes)
        } catch {
            let isGone = access(path, F_OK) != 0
            let cause = isGone ? "somebody removed the run's folder" : error.description
            throw RunError(.output, "\(path)/\(name) cannot be written: \(cause)")
        }
    }

    /// Makes the folders on the way to a file, but not the run's own: one that somebody removed stays so, with what was
    /// in it.
    private func makeFolders(above name: String) throws(WholeFile.Failure) {
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/\(part)"
            guard mkdir(folder, 0o777) != 0, errno != EEXIST else { continue }
            throw WholeFile.Failure(code: errno)
        }
    }

    /// The failure of a run whose folder somebody has removed, or what was written into it first; `nil`: it is there.
    var loss: RunError? {
        guard access(path + "/events.ndjson", F_OK) != 0 else { return nil }
        return RunError(.output, "the results are not whole: somebody removed \(path) or what was in it")
    }

    /// Removes a file; one that is not there is gone already.
    ///
    /// - Throws: ``RunError`` with code `output`.
    func remove(_ name: String) throws {
        guard unlink("\(path)/\(name)") != 0, errno != ENOENT else { return }
        throw RunError(.output, "\(path)/\(name) cannot be removed: \(String(cString: strerror(errno)))")
    }

    /// `20261120T235959Z-k3f9`: the second in UTC, and four random characters, so that runs that begin together
    /// have folders of their own.
    private static func newID(at time: Timestamp) -> String {
        let second = time.description.prefix(19).filter { $0 != "-" && $0 != ":" }
        let random = (0..<4).compactMap { _ in "abcdefghjkmnpqrstuvwxyz23456789".randomElement() }
        return "\(second)Z-\(String(random))"
    }

    /// Makes or replaces a symbolic link in one step.
    private static func link(_ link: String, to target: String) throws {
        let temporary = "\(link)-\(target)"
        try FileManager.default.createSymbolicLink(atPath: temporary, withDestinationPath: target)
        guard rename(temporary, link) == 0 else {
            let code = POSIXErrorCode(rawValue: errno) ?? .EIO
            try FileManager.default.removeItem(atPath: temporary)
            throw POSIXError(code)
        }
    }

    private static func words(_ error: any Error) -> String {
        if let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError { return words(cause) }
        if let posix = error as? POSIXError { return String(cString: strerror(posix.code.rawValue)) }
        let number = error as NSError
        if number.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(truncatingIfNeeded: number.code)))
        }
        return number.localizedDescription
    }
}
