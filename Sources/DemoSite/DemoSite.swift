import Dispatch
import Synchronization

/// A small real web application on a port of its own: a landing page, a sign-in, a dashboard,
/// settings, an upload, pages for single cases, and switches that break each of them.
///
///     try await DemoSite.withSite { site in
///         site.behaviour = ["/dashboard": [.rename("metrics-panel", to: "metrics-panl")]]
///         // open site.baseURL in a browser
///     }
///
/// It listens on 127.0.0.1 alone and lives as long as the closure. `http://localhost:PORT` is the
/// same site under another origin.
public final class DemoSite: Sendable {
    /// What the site was started with.
    public let options: Options
    /// The port it listens on.
    public let port: Int
    /// `http://127.0.0.1:PORT`, without a slash at the end.
    public let baseURL: String

    let application: Application
    private let shared: Mutex<(behaviour: Behaviour, requests: [Request])>

    init(options: Options, port: Int) {
        self.options = options
        self.port = port
        baseURL = "http://127.0.0.1:\(port)"
        application = Application(password: options.password, apiToken: options.apiToken)
        shared = Mutex((options.behaviour, []))
    }

    /// How the site misbehaves from the next request on.
    public var behaviour: Behaviour {
        get { shared.withLock { $0.behaviour } }
        set { shared.withLock { $0.behaviour = newValue } }
    }

    /// The requests that arrived whole, in the order of their arrival.
    public var requests: [Request] {
        shared.withLock { $0.requests }
    }

    /// Forgets the requests that arrived so far.
    public func forgetRequests() {
        shared.withLock { $0.requests = [] }
    }

    /// Notes `request` and says what is done with it.
    func receive(_ request: Request) -> [Effect] {
        shared.withLock { shared in
            if options.recordsRequests { shared.requests.append(request) }
            return shared.behaviour.takeEffects(for: request) + application.wantedEffects(of: request)
        }
    }
}
