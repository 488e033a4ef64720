import CanaryBrowser
import CanaryModel
import Testing

@Suite("What is near to a target in spelling and meaning") struct NearTests {
    private static let login = """
        <form><p><label for=user_login>Username or Email Address</label><input id=user_login name=log></p><p><label
        for=user_pass>Password</label><input id=user_pass name=pwd type=password><button type=button
        aria-label='Show password'>o</button></p><input type=submit value='Log In'></form><a href=/lost>Lost your password?</a>
        """
    private static let library = """
        <input id=':r1:' class='MuiInputBase-input css-1x2y3z' name=email><button class='css-sghohy' id=ember12>Submit
        order</button><div class=Card_title__aB3dE>Balance</div><div role=alertdialog aria-label='Discard changes?'>x</div>
        """
    private static let menu = """
        <div role=menu><div role=menuitem tabindex=-1>Rename</div><div role=menuitem tabindex=-1>Delete file</div></div>
        <p>About renaming files
        """
    private static let tests = """
        <input data-test=login-user><button data-test=login-submit>Go</button><p data-testid=total-price>42
        """

    static func role(_ role: String, _ name: String? = nil, isExact: Bool = false) -> Target {
        .by(.role(role, name: name.map { TextPattern($0, isExact: isExact) }))
    }

    static func label(_ text: String) -> Target { .by(.label(TextPattern(text))) }

    static let filled: [(String, Target, [String])] = [
        (login, label("User name"), [#"label="Username or Email Address""#]),
        (login, label("E-mail"), [#"label="Username or Email Address""#]),
        (login, label("Pasword"), [#"label="Password""#]),
        (login, .css("#userlogin"), ["#user_login"]),
        (login, label("Credit card number"), []),
        (library, .css("#email"), [#"[name="email"]"#]),
        (library, .css(".css-9x8y7w"), []),
        (tests, .by(.testID("login-user")), [#"[data-test="login-user"]"#]),
        // An author may write a colon; React makes ids of nothing else.
        ("<input id='login:user'><input id=':r4:'>", .css("#login-user"), [#"#login\:user"#]),
    ]

    @Test("for a field to fill the one field is suggested that may be meant, or none", arguments: filled)
    func fields(_ html: String, _ target: Target, _ expected: [String]) async throws {
        try await withHTML("<!doctype html>" + html) { page in
            let error = try await browserError {
                try await page.locator(target).fill("x", until: within(.milliseconds(300)))
            }
            #expect(error.diagnoses.first?.suggestions == expected)
        }
    }

    static let clicked: [(String, Target, [String])] = [
        (login, role("button", "Sign In"), [#"role=button[name="Log In"]"#]),
        (login, .by(.link(TextPattern("Forgot password"))), [#"role=link[name="Lost your password?"]"#]),
        (library, role("button", "Send orders"), [#"role=button[name="Submit order"]"#]),
        (library, .css("#ember99"), []),
        (menu, role("menuitem", "Remove file"), [#"role=menuitem[name="Delete file"]"#]),
        (menu, role("button", "Rename"), [#"role=menuitem[name="Rename"]"#]),
        ("<a href=/in>Log in</a>", role("button", "Log in"), [#"role=link[name="Log in"]"#]),
        (tests, .css("[data-testid=login-submit]"), [#"[data-test="login-submit"]"#]),
        ("<button>Refresh</button>", role("button", "Pay with card"), []),
    ]

    @Test(
        "for what is to be clicked that is suggested which can be, by another name or role",
        arguments: clicked
    )
    func clicks(_ html: String, _ target: Target, _ expected: [String]) async throws {
        try await withHTML("<!doctype html>" + html) { page in
            let error = try await browserError {
                try await page.locator(target).click(until: within(.milliseconds(300)))
            }
            #expect(error.diagnoses.first?.suggestions == expected)
        }
    }

    static let seen: [(String, Target, [String])] = [
        (library, role("dialog"), [#"role=alertdialog[name="Discard changes?"]"#]),
        (library, .css(".Card_title__zZ9yY"), []),
        (tests, .css("[data-test=total-price]"), ["testid=total-price"]),
        ("<h1>Users</h1><p>Users are people", role("heading", "User list"), [#"role=heading[name="Users"]"#]),
        ("<p class=card__title>Rain", .css(".card__titel"), [".card__title"]),
        ("<p>Rain tomorrow<a href=/imprint>Imprint</a>", .css("#checkout-form"), []),
    ]

    @Test("for what is to be seen that is suggested which is of its kind", arguments: seen)
    func sights(_ html: String, _ target: Target, _ expected: [String]) async throws {
        try await withHTML("<!doctype html>" + html) { page in
            let error = try await browserError {
                let visible = Condition(.state(.visible, target), position: .test)
                try await page.expect([visible], until: within(.milliseconds(300)))
            }
            #expect(error.diagnoses.first?.suggestions == expected)
        }
    }

    static let quoted: [(SelectorStrategy, String?)] = [
        (.text(TextPattern("save", isExact: true)), "Save draft"),
        (.role("button", name: TextPattern("Save", isExact: true)), "Save draft"),
        (.label(TextPattern("amount", isExact: true)), "Amount"),
        (.text(TextPattern("Save draft", isExact: false)), nil),
        (.text(TextPattern("Send", isExact: true)), nil),
    ]

    @Test("where only the quotes are in the way, that is told", arguments: quoted)
    func quotes(_ strategy: SelectorStrategy, _ text: String?) async throws {
        try await withHTML("<button>Save draft</button><label>Amount<input></label>") { page in
            let error = try await browserError {
                let target = Target.by(strategy)
                try await page.locator(target).fill("x", until: within(.milliseconds(300)))
            }
            let diagnosis = try #require(error.diagnoses.first)
            #expect(diagnosis.unquoted == text)
            let told = text.map { "without the quotes it would match \"\($0)\"" }
            #expect(told.map(diagnosis.sentence.contains) ?? true)
        }
    }
}
