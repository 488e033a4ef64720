import Foundation

/// A regular file below a folder, opened to be sent; whoever opened it closes it.
struct OpenedFile {
    /// Why a file is not sent.
    enum Refusal: Error {
        /// There is no such regular file that can be read.
        case missing
        /// The system has no descriptors left.
        case exhausted
    }

    let descriptor: Int32
    let size: UInt64

    /// Opens a file.
    ///
    /// Each folder on the way is opened by its name in the one before, so what is renamed meanwhile leads nowhere else.
    init(_ path: String, in folder: String) throws(Refusal) {
        let names = path.split(separator: "/")
        guard !names.isEmpty, !path.utf8.contains(0), !names.contains("."), !names.contains("..") else {
            throw .missing
        }
        var place = try Self.check(open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
        for name in names.dropLast() {
            let next = openat(place, String(name), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            let failure = errno
            close(place)
            errno = failure
            place = try Self.check(next)
        }
        // A pipe without a writer would hold up the opening.
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let file = openat(place, String(names[names.count - 1]), flags)
        let failure = errno
        close(place)
        errno = failure
        descriptor = try Self.check(file)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .missing
        }
        size = UInt64(status.st_size)
    }

    private static func check(_ descriptor: Int32) throws(Refusal) -> Int32 {
        guard descriptor < 0 else { return descriptor }
        throw errno == EMFILE || errno == ENFILE ? .exhausted : .missing
    }
}
