import CanaryModel
import DemoSite
import Foundation
import TestSupport
import Testing

@Suite("Cookies of flows of requests") struct CookieRunTests {
    /// Signs in at the demo site: the form has a token that goes with the cookie.
    private func signIn(_ cookies: String) -> String {
        """
        { request: "/login", \(cookies)
          save: { CSRF: { body: true, regex: 'name="csrf" value="([^"]+)"' } } },
        { request: "POST /login", \(cookies)
          form: { username: "canary-test@example.com", password: "${PASSWORD}", csrf: "${CSRF}" },
          expect: [ { redirects: 1 }, { cookie: "session", attribute: "HttpOnly", equals: true },
            { cookie: "session", attribute: "SameSite", equals: "Lax" } ] },
        """
    }

    private let secret = "secrets: ['PASSWORD'], requests: { timeout: '20s' },"

    @Test("are kept for the attempt, unless the flow or the step says otherwise")
    func jar() async throws {
        let steps =
            signIn("") + """
                { request: "/dashboard", expect: { redirects: 0 } },
                { request: "/dashboard", cookies: false, followRedirects: false, expect: { status: 303 } },
                { request: "/dashboard", expect: { redirects: 0 } },
                """
        let result = try await run(flow(steps, more: secret))
        let failure = try result.attempt().failure
        #expect(failure == nil, "\(String(describing: failure))")
        let none = try await run(
            flow(
                "{ request: '/login' }, { request: '/dashboard', followRedirects: false }",
                more: "requests: { cookies: false, timeout: '20s' },"
            )
        )
        #expect(none.requests.allSatisfy { $0.cookie("session") == nil })
    }

    @Test("are those of the browser where that is said, both ways")
    func browser() async throws {
        let steps =
            signIn("cookies: 'browser',") + """
                { open: "/dashboard", expect: { visible: "#nav-menu" } },
                { request: "/dashboard", cookies: "browser", expect: { redirects: 0 } },
                { request: "/dashboard", expect: { redirects: 1 } },
                { script: "document.cookie = 'own=7; path=/'" },
                { request: "/dashboard", cookies: "browser", expect: { redirects: 0 } },
                { click: "#logout" },
                { request: "/dashboard", cookies: "browser", followRedirects: false, expect: { status: 303 } },
                """
        let result = try await run(flow(steps, more: secret))
        let failure = try result.attempt().failure
        #expect(failure == nil, "\(String(describing: failure))")
        #expect(result.requests.contains { $0.cookie("own") == "7" && $0.cookie("session") != nil })
    }
}
