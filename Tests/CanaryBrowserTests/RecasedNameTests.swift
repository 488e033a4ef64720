import CanaryModel
import Testing

@testable import CanaryBrowser

@Suite("Names whose case CSS changes") struct RecasedNameTests {
    static let html = """
        <meta charset=utf-8><style>.c { text-transform: capitalize } .u { text-transform: uppercase } .l { text-transform: lowercase }
        .f::first-letter { text-transform: uppercase } .s { font-variant: small-caps }</style>
        <h1 class=c>Sign in <!-- -->o'neil</h1><h2 class=u>Straße</h2><h3 class=l>LOG Out</h3>
        <h4><span class=u>mixed</span> case</h4><h5 class=f>first letter</h5><h6 class=s>small Caps</h6>
        <button class=u><img alt=Cart src='data:,'> items<b> now</b></button>
        <input type=submit class=u value='Send it'> <a href='#' class=c>go on</a>
        <label for=f class=u>Your <i>first</i> name</label><input id=f aria-describedby=x>
        <u-button>slotted Text</u-button>
        <script>customElements.define('u-button', class extends HTMLElement { constructor() { super();
        this.attachShadow({ mode: 'open' }).innerHTML =
        '<style>button { text-transform: uppercase }</style><button><slot></slot></button>' } })</script>
        """

    static let names: [(String, String, String)] = [
        ("heading", "Sign in o'neil", "Sign In O'neil"), ("heading", "Straße", "STRASSE"),
        ("heading", "LOG Out", "log out"), ("heading", "mixed case", "MIXED case"),
        ("heading", "first letter", "First letter"), ("button", "Cart items now", "Cart ITEMS NOW"),
        ("button", "Send it", "SEND IT"), ("link", "go on", "Go On"),
        ("button", "slotted Text", "SLOTTED TEXT"), ("textbox", "Your first name", "YOUR FIRST NAME"),
        ("heading", "small Caps", "small Caps"),
    ]

    @Test("a quoted name is the one that the DOM has, or the one that is drawn")
    func quoted() async throws {
        try await withHTML(Self.html) { page in
            for (role, written, drawn) in Self.names {
                for name in [written, drawn] {
                    let target = Target.by(.role(role, name: TextPattern(name, isExact: true)))
                    let count = try await page.locator(target).count(until: within(.seconds(5)))
                    #expect(count == 1, "\(name)")
                }
            }
            let labels = ["Your first name", "YOUR FIRST NAME"]
            for label in labels {
                let target = Target.by(.label(TextPattern(label, isExact: true)))
                let count = try await page.locator(target).count(until: within(.seconds(5)))
                #expect(count == 1)
            }
            let part = Target.by(.role("heading", name: TextPattern("straße")))
            let count = try await page.locator(part).count(until: within(.seconds(5)))
            #expect(count == 1)
        }
    }

    @Test("another case than these two is not the quoted name")
    func other() async throws {
        try await withHTML(Self.html + "<h1 aria-label='sign up'>Sign up</h1><p>x</p>") { page in
            let others = [
                ("heading", "sign in o'neil"), ("heading", "SMALL CAPS"), ("heading", "Sign up"),
                ("heading", "Mixed Case"), ("button", "CART ITEMS NOW"), ("button", "Slotted text"),
            ]
            for (role, name) in others {
                let target = Target.by(.role(role, name: TextPattern(name, isExact: true)))
                let count = try await page.locator(target).count(until: within(.seconds(5)))
                #expect(count == 0, "\(name)")
            }
        }
    }

    @Test("texts are compared in both forms too, in shadow trees as elsewhere")
    func texts() async throws {
        try await withHTML(Self.html) { page in
            for text in ["slotted Text", "SLOTTED TEXT"] {
                let condition = Condition(.text(.css("u-button button"), .equals(text)), position: .test)
                try await page.expect([condition], until: within(.seconds(5)))
                let target = Target.by(.text(TextPattern(text, isExact: true)))
                let count = try await page.locator(target).count(until: within(.seconds(5)))
                #expect(count == 1)
            }
        }
    }
}
