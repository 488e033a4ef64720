import Synchronization

/// The visits to the site, each known by its cookie.
final class Sessions: Sendable {
    /// What the site knows of one visitor.
    struct Session: Sendable {
        /// The value of the cookie.
        let id: String
        /// What a form must send back, so that no other site can send it.
        let csrfToken: String
        /// Who has signed in.
        var user: String?
        /// The name of the workspace, which the settings change.
        var workspace = "Northwind Analytics"
        /// The API keys that were not deleted.
        var keys = ["Deploy pipeline", "Nightly export", "Old laptop"]
    }

    private let all = Mutex<[String: Session]>([:])

    func find(_ id: String?) -> Session? {
        id.flatMap { id in all.withLock { $0[id] } }
    }

    func start(user: String? = nil) -> Session {
        let session = Session(id: Self.token(), csrfToken: Self.token(), user: user)
        all.withLock { $0[session.id] = session }
        return session
    }

    func end(_ session: Session) {
        all.withLock { $0[session.id] = nil }
    }

    func update(_ session: Session, _ change: (inout Session) -> Void) {
        all.withLock { all in
            guard var current = all[session.id] else { return }
            change(&current)
            all[session.id] = current
        }
    }

    /// 128 random bits.
    private static func token() -> String {
        [UInt64.random(in: .min ... .max), .random(in: .min ... .max)].map { String($0, radix: 16) }.joined()
    }
}
