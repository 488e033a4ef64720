import CanaryJSON
import CanaryModel
import Testing

/// Formats, where they are asserted.
@Suite struct FormatTests {
    @Test(
        "a format takes what it should and nothing else",
        arguments: [
            (
                "date-time",
                ["2024-02-29T12:30:00Z", "1990-12-31T23:59:60Z", "1990-12-31t15:59:60.123-08:00"],
                [
                    "2023-02-29T12:30:00Z", "2024-01-01 12:00:00Z", "2024-01-01T12:00:00",
                    "2024-01-01T24:00:00Z",
                ]
            ),
            (
                "date", ["2000-02-29", "1999-12-31"],
                ["1900-02-29", "2024-13-01", "2024-1-1", "2024-00-10", "2024-04-31"]
            ),
            (
                "time", ["00:00:00Z", "23:59:59.5+05:30"],
                ["12:00:00", "12:60:00Z", "12:00:60Z", "12:00:00+24:00", "12:00:00,5Z", "\u{661}2:00:00Z"]
            ),
            (
                "email", ["a.b+c@example.com", "\"a b\"@example.com", "a@[127.0.0.1]", "a@[IPv6:::1]"],
                ["a", "@b", "a@", ".a@b", "a..b@c", "a@b_c", "a@[300.0.0.1]"]
            ),
            (
                "uri", ["https://u@h.example:8080/p?q=1#f", "urn:a:b", "mailto:a@b", "http://[::1]/", "a:"],
                [
                    "/p", "//h", "http://a b", "http://h/%zz", "1a:b", "http://h/[", "http://[1]/",
                    "http://h:x/", "a:#b#",
                ]
            ),
            (
                "uuid", ["2eb8aa08-AA98-11ea-b4aa-73b441d16380"],
                [
                    "2eb8aa08aa9811eab4aa73b441d16380", "2eb8aa08-aa98-11ea-b4aa-73b441d1638",
                    "geb8aa08-aa98-11ea-b4aa-73b441d16380",
                ]
            ),
            (
                "ipv4", ["0.0.0.0", "255.255.255.255"],
                ["256.0.0.1", "1.2.3", "01.2.3.4", "1.2.3.4.5", "1.2.3.4 "]
            ),
            (
                "ipv6",
                ["::", "::1", "1::", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4", "1:2:3:4:5:6:1.2.3.4", "1::8"],
                [
                    ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "12345::", "1:2:3:4:5:6:7:8:9", "1.2.3.4::",
                    "::1%eth0", "1:2:3:4::5:6:7:8",
                ]
            ),
            (
                "hostname", ["a", "a-b.example.com", "1a"],
                ["", "-a", "a-", "a..b", "a_b", String(repeating: "a", count: 64), ".a"]
            ),
        ]
    )
    func format(name: String, valid: [String], invalid: [String]) throws {
        let document = JSONValue.object(["format": .string(name)])
        let schema = try JSONSchema(document, assertsFormats: true)
        for text in valid { #expect(schema.violations(of: .string(text)).isEmpty, "\(text)") }
        for text in invalid { #expect(!schema.violations(of: .string(text)).isEmpty, "\(text)") }
        #expect(schema.violations(of: .number(1)).isEmpty)
        #expect(try JSONSchema(document).violations(of: .string(invalid[0])).isEmpty)
    }

    @Test("a format that is not asserted is a note")
    func others() throws {
        #expect(try violations(#"{"format":"int32"}"#, "\"x\"", assertsFormats: true).isEmpty)
    }

    @Test("a violation says the format in words")
    func message() throws {
        let found = try violations(#"{"format":"email"}"#, "\"x\"", assertsFormats: true)
        #expect(found.map(\.message) == [#"must be an email address, is "x""#])
        #expect(found.map(\.keyword) == ["/format"])
    }
}
