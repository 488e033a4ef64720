import CSpawn
import Dispatch
import Foundation

/// A program that runs as a child, leading a process group of its own.
///
/// It is reaped by ``reap()`` alone: until then its id, which is also its group's, can belong to nobody else, so
/// that a signal never reaches a stranger.
final class ChildProcess: Sendable {
    /// Its process id and that of its group.
    let id: pid_t
    private let exit = Promise<ExitStatus>()

    /// Starts a program.
    ///
    /// It inherits nothing but what is named here: signals are at their defaults, no other descriptor is open.
    ///
    /// - Parameters:
    ///   - path: The executable.
    ///   - arguments: Its arguments, without its name.
    ///   - environment: Its whole environment.
    ///   - directory: Its working directory.
    ///   - input: Its standard input; `nil` is `/dev/null`, here and below.
    ///   - output: Its standard output.
    ///   - error: Its standard error.
    ///   - isSession: Whether it leads a session of its own too, out of reach of a terminal's signals.
    /// - Throws: Why it could not be started.
    init(
        _ path: String,
        _ arguments: [String],
        environment: [String: String],
        directory: String,
        input: Int32? = nil,
        output: Int32? = nil,
        error: Int32? = nil,
        isSession: Bool = false
    ) throws(SystemCallError) {
        var id: pid_t = 0
        let failure = path.withCString { path in
            directory.withCString { directory in
                var program = cspawn_program(
                    path: path,
                    directory: directory,
                    input: input ?? -1,
                    output: output ?? -1,
                    error: error ?? -1,
                    is_session: isSession
                )
                let words = CStrings([String(cString: path)] + arguments)
                let settings = CStrings(environment.map { "\($0.key)=\($0.value)" })
                return withExtendedLifetime((words, settings)) {
                    cspawn_start(&program, words.pointers, settings.pointers, &id)
                }
            }
        }
        guard failure == 0 else { throw SystemCallError(attempt: "start \(path)", code: failure) }
        self.id = id
        watch()
    }

    /// How it ended; `nil` while it runs.
    var exitStatus: ExitStatus? { exit.known }

    /// Waits for its end.
    func waitUntilExit() async -> ExitStatus { await exit.value }

    /// Sends a signal to its whole group, which may outlive it; nothing where nobody is left.
    func signalGroup(_ signal: Int32) { _ = kill(-id, signal) }

    /// Frees its id, once it has ended; blocks until then.
    func reap() {
        var (isSignal, status) = (false, Int32(0))
        _ = cspawn_wait(id, &isSignal, &status)
        _ = cspawn_reap_group(id)
    }

    /// Reaps it and its whole group, which was killed; blocks until nobody is left or the deadline passes.
    func reapGroup(by deadline: ContinuousClock.Instant) {
        while cspawn_reap_group(id), ContinuousClock.now < deadline { usleep(200) }
    }

    // A queue of its own is a thread of its own here: the wait blocks.
    private func watch() {
        let (id, exit) = (id, exit)
        DispatchQueue(label: "canary.exit.\(id)").async {
            var (isSignal, status) = (false, Int32(0))
            let failure = cspawn_wait(id, &isSignal, &status)
            // Somebody else in this process reaped it: gone, by a status that nobody knows.
            if failure != 0 { (isSignal, status) = (false, -1) }
            exit.fulfil(isSignal ? .killed(signal: status) : .exited(status))
        }
    }
}

/// A null-terminated list of C strings, freed with it.
private final class CStrings {
    let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    private let count: Int

    init(_ strings: [String]) {
        count = strings.count
        pointers = .allocate(capacity: count + 1)
        for (index, string) in strings.enumerated() { pointers[index] = strdup(string) }
        pointers[count] = nil
    }

    deinit {
        for index in 0..<count { free(pointers[index]) }
        pointers.deallocate()
    }
}
