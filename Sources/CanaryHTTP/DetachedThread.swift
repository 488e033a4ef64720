#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A thread for work that blocks, which must stay off the cooperative pool.
enum DetachedThread {
    /// Runs `body` on a new thread that takes no signals: handlers run where they ran before.
    static func start(_ body: @escaping @Sendable () -> Void) throws(SystemError) {
        var every = sigset_t()
        var before = sigset_t()
        sigfillset(&every)
        pthread_sigmask(SIG_SETMASK, &every, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        let context = Unmanaged.passRetained(Body(run: body))
        #if canImport(Darwin)
        var thread: pthread_t?
        let code = pthread_create(&thread, nil, { Body.run($0) }, context.toOpaque())
        guard code == 0, let thread else {
            context.release()
            throw SystemError("pthread_create", code: code)
        }
        #else
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, { Body.run($0) }, context.toOpaque())
        guard code == 0 else {
            context.release()
            throw SystemError("pthread_create", code: code)
        }
        #endif
        pthread_detach(thread)
    }

    private final class Body {
        private let body: @Sendable () -> Void

        init(run body: @escaping @Sendable () -> Void) {
            self.body = body
        }

        static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
            guard let context else { return nil }
            Unmanaged<Body>.fromOpaque(context).takeRetainedValue().body()
            return nil
        }
    }
}
