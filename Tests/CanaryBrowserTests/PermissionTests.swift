import CanaryModel
import DemoSite
import Testing

@testable import CanaryBrowser

@Suite("What pages may do without a question") struct PermissionTests {
    static let states = """
        return (await Promise.all(arguments[0].map(async (name) =>
        (await navigator.permissions.query({ name })).state))).join(' ')
        """

    private func states(_ page: Page) async throws -> String? {
        let names = ["clipboard-write", "clipboard-read", "geolocation", "camera"].map(JSONValue.string)
        let script = Script(source: Self.states, args: [.array(names)])
        return try await page.run(script, until: within(.seconds(5)))?.text
    }

    @Test("is to write to the clipboard, and what the flow's browser names")
    func granted() async throws {
        try await withPage { page, site in
            try await page.prepare(BrowserOptions(), until: within(.seconds(5)))
            try await page.open(site.baseURL, until: within(.seconds(8)))
            #expect(try await states(page) == "granted prompt prompt prompt")
            var options = BrowserOptions()
            options.permissions = [.clipboard]
            options.geolocation = Geolocation(latitude: 48.5, longitude: -16)
            try await page.prepare(options, until: within(.seconds(5)))
            let elsewhere = site.baseURL.replacing("127.0.0.1", with: "localhost")
            try await page.open(elsewhere, until: within(.seconds(8)))
            #expect(try await states(page) == "granted granted granted prompt")
            let source = """
                return new Promise((done, fail) => navigator.geolocation.getCurrentPosition(
                ({ coords }) => done(coords.latitude + ' ' + coords.longitude), fail))
                """
            let place = try await page.run(Script(source: source), until: within(.seconds(5)))
            #expect(place?.text == "48.5 -16")
        }
    }
}
