import CanaryHTTP
import Testing

@testable import WebDriver

@Suite("DriverURL") struct DriverURLTests {
    typealias Reading = (text: String, base: String, user: String?, password: String?)

    static let urls: [Reading] = [
        ("http://127.0.0.1:9515", "http://127.0.0.1:9515", nil, nil),
        ("http://127.0.0.1:9515///", "http://127.0.0.1:9515", nil, nil),
        ("HTTPS://grid.example.com/wd/hub/", "https://grid.example.com/wd/hub", nil, nil),
        ("http://[::1]:4444/wd/hub", "http://[::1]:4444/wd/hub", nil, nil),
        ("https://ann:s3cret@grid.test:4444/wd/hub", "https://grid.test:4444/wd/hub", "ann", "s3cret"),
        ("http://ann@grid.test", "http://grid.test", "ann", ""),
        ("http://ann:p%40ss%3Aw%C3%B6rd@grid.test", "http://grid.test", "ann", "p@ss:wörd"),
        ("http://ann:a@b:c@grid.test/x", "http://grid.test/x", "ann", "a@b:c"),
        ("http://grid.test/a@b", "http://grid.test/a@b", nil, nil),
    ]

    @Test("takes a URL apart", arguments: urls)
    func parts(_ reading: Reading) throws {
        let url = try DriverURL(reading.text)
        #expect(url.base == reading.base)
        #expect(url.credentials?.user == reading.user)
        #expect(url.credentials?.password == reading.password)
    }

    @Test(
        "refuses what is not a URL of a driver and does not repeat its credentials",
        arguments: [
            ("localhost:4444", "begins with http://"),
            ("ws://ann:s3cret@grid.test", "not by ws://"),
            ("http://", "names no host"),
            ("http://:4444", "names no host"),
            ("http://ann:s3cret@:4444/", "names no host"),
            ("http://grid.test/?a=b", "no query"),
            ("http://ann:s3cret@grid.test/#x", "no query"),
            ("http://grid.test/a b", "white space"),
            ("http://ann:s3cret%zz@grid.test", "write %25"),
            ("http://a%3Ab:s3cret@grid.test", "no colon"),
        ]
    )
    func refusal(text: String, words: String) {
        let error = #expect(throws: DriverURLError.self) { try DriverURL(text) }
        #expect(error?.description.contains(words) == true)
        #expect(error?.description.contains("s3cret") == false)
    }

    @Test("a connection shows its address without credentials")
    func connection() throws {
        let connection = try Connection(url: "https://ann:s3cret@grid.test:4444/wd/hub/")
        #expect(connection.url == "https://grid.test:4444/wd/hub")
    }
}
