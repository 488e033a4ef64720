import CanaryHTTP
import DemoSite
import Testing

@Suite("Sign-in")
struct SignInTests {
    @Test("the right password leads to the dashboard, under a new cookie")
    func signIn() async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            _ = try await visitor.send("GET", "/login")
            let before = visitor.cookie
            let answer = try await visitor.signIn()
            #expect(answer.status == 303)
            #expect(answer.headers["Location"] == "/dashboard")
            #expect(answer.headers["Set-Cookie"]?.hasSuffix("; Path=/; HttpOnly; SameSite=Lax") == true)
            #expect(visitor.cookie != before)
            let dashboard = try await visitor.send("GET", "/dashboard")
            #expect(dashboard.status == 200)
            #expect(dashboard.text.contains("canary-test@example.com"))
            #expect(try await visitor.send("GET", "/login").headers["Location"] == "/dashboard")
        }
    }

    @Test(
        "a wrong name or password is told, and what was typed stays, escaped",
        arguments: [("canary-test@example.com", "wrong"), ("\"><b>", "correct horse"), ("", "")]
    )
    func wrong(_ user: String, _ password: String) async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            let answer = try await visitor.signIn(user: user, password: password)
            #expect(answer.status == 422)
            #expect(answer.text.contains("Wrong e-mail address or password."))
            #expect(!answer.text.contains("<b>"))
            #expect(try await visitor.send("GET", "/dashboard").status == 303)
        }
    }

    @Test("the password is an option")
    func otherPassword() async throws {
        try await DemoSite.withSite(.init(password: "s3cret & more")) { site in
            var visitor = Visitor(site)
            let statuses = [
                try await visitor.signIn().status,
                try await visitor.signIn(password: "s3cret & more").status,
            ]
            #expect(statuses == [422, 303])
        }
    }

    @Test("a form without the token of its session is refused")
    func forged() async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            let form: KeyValuePairs = ["username": "canary-test@example.com", "password": "correct horse"]
            #expect(try await visitor.post("/login", form).status == 403)
            let token = try await visitor.token(on: "/login")
            var other = Visitor(site)
            _ = try await other.send("GET", "/login")
            let stolen: KeyValuePairs = [
                "csrf": token, "username": "canary-test@example.com", "password": "correct horse",
            ]
            #expect(try await other.post("/login", stolen).status == 403)
        }
    }

    @Test(
        "who is not signed in is led to the sign-in, and from there on",
        arguments: ["/settings", "/upload"]
    )
    func next(_ path: String) async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            let answer = try await visitor.send("GET", path)
            #expect(answer.headers["Location"] == "/login?next=\(path)")
            #expect(try await visitor.send("GET", "/login?next=\(path)").text.contains(#"value="\#(path)""#))
            #expect(try await visitor.signIn(next: path).headers["Location"] == path)
        }
    }

    @Test(
        "a sign-in leads nowhere else",
        arguments: ["https://evil.example", "//evil.example", "javascript:1"]
    )
    func foreignNext(_ next: String) async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            let answer = try await visitor.signIn(next: next)
            #expect(answer.headers["Location"] == "/dashboard")
        }
    }

    @Test("signing out ends the session, and needs the token too")
    func signOut() async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            _ = try await visitor.signIn()
            let cookie = visitor.cookie
            let token = try await visitor.token(on: "/dashboard")
            #expect(try await visitor.post("/logout", [:]).status == 403)
            #expect(try await visitor.post("/logout", ["csrf": token]).headers["Location"] == "/")
            #expect(visitor.cookie == nil)
            visitor.cookie = cookie
            #expect(try await visitor.send("GET", "/dashboard").status == 303)
        }
    }
}
