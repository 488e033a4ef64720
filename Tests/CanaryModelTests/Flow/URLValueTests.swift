import CanaryModel
import Testing

@Suite("Values in URLs") struct URLValueTests {
    @Test(
        "a value is one value of the query where it stands right after a =, and goes in as it is elsewhere",
        arguments: [
            ("/find?q=", "C++ & C#", "C%2B%2B %26 C%23"),
            ("/find?a=1&q=", "a=b?c/d%20e", "a=b?c/d%20e"),
            ("/find?", "a=1&b=2", "a=1&b=2"),
            ("/find?a=1&", "b=2&c=3", "b=2&c=3"),
            ("/", "users/1?a=b&c=d#e", "users/1?a=b&c=d#e"),
            ("", "https://a/?b=c&d=e", "https://a/?b=c&d=e"),
            ("/a=", "b&c", "b&c"),
            ("/#a?b=", "c&d", "c&d"),
        ]
    )
    func written(url: String, value: String, expected: String) {
        #expect(URLValue.written(value, behind: url) == expected)
        #expect(
            SavedReference.resolve(url + SavedReference.mark("X"), with: ["X": .string(value)], isURL: true)
                == url + expected
        )
    }
}
