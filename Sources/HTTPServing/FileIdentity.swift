import Foundation

/// Which file has a name, whatever its name is later.
struct FileIdentity: Sendable, Equatable {
    let device: UInt64
    let number: UInt64
    let isSocket: Bool

    /// The file at a path, itself where it is a link; `nil` where there is none.
    init?(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        device = UInt64(truncatingIfNeeded: status.st_dev)
        number = UInt64(status.st_ino)
        isSocket = status.st_mode & S_IFMT == S_IFSOCK
    }
}
