import CanaryModel
import Testing

@testable import CanaryBrowser

@Suite("Targets that are narrowed by a text") struct NarrowedTargetTests {
    static let html = """
        <ul><li>Apples <b>3</b><li>Pears <b>4</b><li>Green apples <b>5</b><li style='display: none'>Apples</ul>
        <x-button onclick='out.textContent = 1'>Log out</x-button><x-button>Log in</x-button>
        <table><tr role=row><td>Apples<td><button>Buy</button><tr><td>Pears<td><button>Buy</button></table>
        <label for=a>Name</label><input id=a><p id=out>0</p><iframe srcdoc='<i>Pears</i><i>Plums</i>'></iframe>
        <script>customElements.define('x-button', class extends HTMLElement { constructor() { super();
        this.attachShadow({ mode: 'open' }).innerHTML =
        '<style>button { text-transform: uppercase }</style><button><slot></slot></button>' } })</script>
        """

    static func target(
        _ strategy: SelectorStrategy,
        _ text: String,
        isExact: Bool = false,
        nth: Int? = nil
    ) -> Target {
        let pattern = TextPattern(text, isExact: isExact)
        return Target(Selector(strategy, hasText: pattern, nth: nth, written: "\(strategy) \(text)"))
    }

    static let counts: [(Target, Int)] = [
        (target(.css("li"), "apples"), 3), (target(.css("li"), "Apples 3", isExact: true), 1),
        (target(.css("li"), "Plums"), 0), (target(.css("li"), "apples", nth: 1), 1),
        (target(.css("x-button button"), "log"), 2),
        (target(.css("x-button button"), "LOG OUT", isExact: true), 1),
        (target(.xpath("//li"), "pears"), 1), (target(.role("listitem", name: nil), "apples"), 2),
        (target(.role("button", name: nil), "log in"), 1), (target(.text(TextPattern("Pears")), "4"), 1),
    ]

    @Test("are those of the matches that have the text, in shadow trees too")
    func counts() async throws {
        try await withHTML(Self.html) { page in
            for (target, wanted) in Self.counts {
                let count = try await page.locator(target).count(until: within(.seconds(5)))
                #expect(count == wanted, "\(target)")
            }
        }
    }

    @Test("are acted on, and looked in")
    func actions() async throws {
        try await withHTML(Self.html) { page in
            let button = Self.target(.css("x-button"), "Log out")
            try await page.locator(button).click(until: within(.seconds(5)))
            try await page.expectText("#out", "1")
            let second = Self.target(.css("li"), "apples", nth: 1)
            let text = try await page.locator(second).text(until: within(.seconds(5)))
            #expect(text == "Green apples 5")
            let row = Self.target(.css("tr"), "pears")
            let buy = Target(Selector(.role("button", name: nil), within: row, written: "buy"))
            try await page.locator(buy).click(until: within(.seconds(5)))
            let plums = Self.target(.css("i"), "plums")
            let seen = Condition(.state(.visible, plums), position: .test)
            try await page.expect([seen], frame: [.css("iframe")], until: within(.seconds(5)))
        }
    }
}
