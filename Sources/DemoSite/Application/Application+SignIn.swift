/// Signing in and out.
extension Application {
    static let userName = "canary-test@example.com"

    func landing(_ request: DemoSite.Request) -> Response {
        page("landing.html", title: "Example App", session: session(of: request))
    }

    func signInForm(_ request: DemoSite.Request) -> Response {
        if session(of: request)?.user != nil { return .redirect(to: "/dashboard") }
        let session = session(of: request) ?? sessions.start()
        return signInPage(session, next: request.query["next"] ?? "").with("Set-Cookie", cookie(session))
    }

    func signIn(_ request: DemoSite.Request) -> Response {
        let form = request.form
        guard let session = session(of: request), form["csrf"] == session.csrfToken else {
            return errorPage(status: 403)
        }
        let next = form["next"] ?? ""
        guard form["username"] == Self.userName, form["password"] == password else {
            return signInPage(session, next: next, username: form["username"] ?? "", isWrong: true)
        }
        // A new cookie: the old one may be known to whoever led the visitor here.
        sessions.end(session)
        let user = sessions.start(user: Self.userName)
        let isOwnPath = next.hasPrefix("/") && !next.hasPrefix("//")
        return .redirect(to: isOwnPath ? next : "/dashboard").with("Set-Cookie", cookie(user))
    }

    func signOut(_ request: DemoSite.Request) -> Response {
        guard let session = session(of: request), request.form["csrf"] == session.csrfToken else {
            return errorPage(status: 403)
        }
        sessions.end(session)
        return .redirect(to: "/").with("Set-Cookie", "session=; Path=/; Max-Age=0")
    }

    private func signInPage(
        _ session: Sessions.Session,
        next: String,
        username: String = "",
        isWrong: Bool = false
    ) -> Response {
        let error = #"<p class="error" id="login-error" role="alert">Wrong e-mail address or password.</p>"#
        return page(
            "login.html",
            title: "Sign in · Example App",
            session: session,
            status: isWrong ? 422 : 200,
            ["error": .html(isWrong ? error : ""), "next": .text(next), "username": .text(username)]
        )
    }

    private func cookie(_ session: Sessions.Session) -> String {
        "session=\(session.id); Path=/; HttpOnly; SameSite=Lax"
    }
}
