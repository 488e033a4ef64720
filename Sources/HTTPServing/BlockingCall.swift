import Foundation

/// Work that blocks, which must stay off the cooperative pool.
enum BlockingCall {
    /// Runs `body` on a thread of its own and waits for it without blocking.
    static func run<T: Sendable>(_ body: @escaping @Sendable () -> T) async -> T {
        await withCheckedContinuation { continuation in
            start { continuation.resume(returning: body()) }
        }
    }

    /// Starts a thread that takes no signals, as do those that it starts: handlers run where they ran before, and a
    /// client that is gone raises no SIGPIPE that anybody notices.
    static func start(name: String = "serving", _ body: @escaping @Sendable () -> Void) {
        var every = sigset_t()
        var before = sigset_t()
        sigfillset(&every)
        pthread_sigmask(SIG_SETMASK, &every, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        let thread = Thread(block: body)
        thread.name = name
        thread.start()
    }
}
