/// The application behind the server: a request in, an answer out.
struct Application: Sendable {
    let password: String
    /// What clients of the orders API send as bearer token.
    let apiToken: String
    let sessions = Sessions()
    let store = OrderStore()

    /// A method, a path, and what answers it.
    private struct Route {
        let method: String
        let path: String
        let handler: (Application) -> (DemoSite.Request) -> Response

        init(
            _ method: String,
            _ path: String,
            _ handler: @escaping (Application) -> (DemoSite.Request) -> Response
        ) {
            self.method = method
            self.path = path
            self.handler = handler
        }
    }

    /// All that is not a file under `/assets/` or `/cases/`.
    private static var routes: [Route] {
        [
            Route("GET", "/", Application.landing),
            Route("GET", "/login", Application.signInForm),
            Route("POST", "/login", Application.signIn),
            Route("POST", "/logout", Application.signOut),
            Route("GET", "/dashboard", Application.dashboard),
            Route("GET", "/settings", Application.settings),
            Route("GET", "/upload", Application.uploadForm),
            Route("POST", "/upload", Application.upload),
            Route("GET", "/help", Application.help),
            Route("GET", "/frame/clock", Application.clock),
            Route("GET", "/frame/status", Application.status),
            Route("GET", "/health", Application.health),
            Route("GET", "/api/metrics", Application.metrics),
            Route("GET", "/api/activity", Application.activity),
            Route("POST", "/api/workspace", Application.renameWorkspace),
            Route("POST", "/api/keys/delete", Application.deleteKey),
            Route("GET", "/api/echo", Application.echo),
            Route("POST", "/api/echo", Application.echo),
            Route("GET", "/favicon.ico", Application.icon),
        ]
    }

    func respond(to request: DemoSite.Request) -> Response {
        let method = request.method == "HEAD" ? "GET" : request.method
        if isOfOrders(request) { return orders(request) }
        if request.path.hasPrefix("/cases/") { return testCase(request) }
        if method == "GET", let file = file(request.path) { return file }
        let routes = Self.routes.filter { $0.path == request.path }
        if let route = routes.first(where: { $0.method == method }) { return route.handler(self)(request) }
        if routes.isEmpty { return errorPage(status: 404) }
        let allowed = routes.map { $0.method == "GET" ? "GET, HEAD" : $0.method }
        return errorPage(status: 405).with("Allow", allowed.joined(separator: ", "))
    }

    private func file(_ path: String) -> Response? {
        guard path.hasPrefix("/assets/"), !path.hasSuffix(".html") else { return nil }
        let name = String(path.dropFirst("/assets/".count))
        return Asset.bytes(name).map {
            Response(type: Asset.mediaType(of: name), body: $0).with("Cache-Control", "max-age=600")
        }
    }
}

extension Application {
    /// The session of the request's cookie, signed in or not.
    func session(of request: DemoSite.Request) -> Sessions.Session? {
        sessions.find(request.cookie("session"))
    }

    /// What `answer` makes of a session that has signed in; the way to the sign-in for any other.
    func signedIn(_ request: DemoSite.Request, _ answer: (Sessions.Session) -> Response) -> Response {
        guard let session = session(of: request), session.user != nil else {
            return .redirect(to: "/login?next=\(request.path)")
        }
        return answer(session)
    }

    /// A page in the frame that all pages have.
    func page(
        _ name: String,
        title: String,
        session: Sessions.Session? = nil,
        status: Int = 200,
        _ values: [String: Template.Value] = [:]
    ) -> Response {
        let user = session?.user ?? ""
        let navigation = user.isEmpty ? "nav-visitor.html" : "nav-user.html"
        var values = values
        values["title"] = .text(title)
        values["user"] = .text(user)
        values["csrf"] = .text(session?.csrfToken ?? "")
        let layout = Template.fill(
            Asset.text("layout.html"),
            ["navigation": .html(Asset.text(navigation)), "content": .html(Asset.text(name))]
        )
        return .html(status: status, Template.fill(layout, values))
    }

    func errorPage(status: Int) -> Response {
        page(
            "error.html",
            title: "\(status) · Example App",
            status: status,
            ["status": .text("\(status)"), "reason": .text(Response.reason(status))]
        )
    }
}
