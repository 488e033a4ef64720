import Foundation

/// `/dev/shm`, through which a browser's processes share pictures and more.
enum SharedMemory {
    /// What Chromium needs to render large pages; containers have 64 MiB unless told otherwise, and the tab crashes.
    static let enough: UInt64 = 512 << 20

    /// Its free bytes; `nil` where there is none.
    static var available: UInt64? {
        var space = statvfs()
        guard statvfs("/dev/shm", &space) == 0 else { return nil }
        return UInt64(space.f_bavail) * UInt64(space.f_frsize)
    }

    /// Whether the browser must do without it.
    static var isSmall: Bool {
        #if os(Linux)
        (available ?? 0) < enough
        #else
        false
        #endif
    }
}
