import Foundation

/// A browser that a driver started.
struct BrowserProcess: Sendable {
    /// Its process id.
    let id: pid_t
    private let group: pid_t

    /// Takes note of a running browser.
    init(id: pid_t) {
        self.id = id
        group = getpgid(id)
    }

    /// Ends it at once; nothing where it is gone.
    ///
    /// It is not our child, so its id may belong to another by now: only one of the same group is it.
    func kill() {
        guard group > 0, getpgid(id) == group else { return }
        _ = Foundation.kill(id, SIGKILL)
    }
}
