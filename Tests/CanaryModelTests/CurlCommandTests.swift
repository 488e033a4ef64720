import CanaryModel
import Foundation
import Testing

@Suite("A CurlCommand") struct CurlCommandTests {
    /// What a POSIX shell gives curl, an argument each.
    private func arguments(_ command: CurlCommand, _ environment: [String: String] = [:]) throws -> [String] {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "curl() { for word; do printf '%s\\0' \"$word\"; done; }\n\(command)"]
        shell.environment = environment
        let output = Pipe()
        shell.standardOutput = output
        try shell.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        shell.waitUntilExit()
        return data.split(separator: 0, omittingEmptySubsequences: false).dropLast().map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    private func request(
        _ method: String = "POST",
        _ url: String = "https://a.example/",
        headers: [(String, String)] = [],
        body: String? = nil
    ) -> HTTPArchive.Request {
        let pairs = headers.map { HTTPArchive.Pair(name: $0.0, value: $0.1) }
        return HTTPArchive.Request(method: method, url: url, headers: pairs, body: body)
    }

    @Test("hands a shell what was sent, whatever stands in it")
    func words() throws {
        let url = "https://a.example/?q='$(id)'&b=`id`"
        let headers = [("X-A", "it's \"$HOME\""), ("X-Empty", ""), ("Host", "b"), (":path", "/")]
        let command = CurlCommand(request("PUT", url, headers: headers, body: "a\n'b' $c\\"))
        #expect(
            try arguments(command) == [
                "-i", "--compressed", "-X", "PUT", "--url", url, "-H", "X-A: it's \"$HOME\"", "-H",
                "X-Empty;",
                "--data-raw", "a\n'b' $c\\",
            ]
        )
        #expect(try arguments(CurlCommand(request("HEAD"))).dropFirst(2).first == "--head")
    }

    @Test("has variables of the shell for secrets, and for headers that say who one is")
    func secrets() throws {
        let secrets = ["TOKEN": "s3cret'value", "LONG": "s3cret'value-2", "bad-name": "never", "EMPTY": ""]
        let headers = [
            ("Authorization", "Bearer s3cret'value"), ("X-Both", "s3cret'value,s3cret'value-2!"),
            ("Cookie", "sid=1"), ("X-Api-Key", "***"),
        ]
        let command = CurlCommand(
            request(headers: headers, body: #"{"t":"s3cret'value","n":"never"}"#),
            credentials: .init(
                options: "--digest -u",
                user: "me",
                password: "s3cret'value",
                variable: "PASSWORD"
            ),
            secrets: secrets
        )
        #expect(!command.description.contains("s3cret") && !command.description.contains("sid=1"))
        let environment = secrets.merging(["COOKIE": "sid=1", "X_API_KEY": "k"]) { $1 }
        #expect(
            try arguments(command, environment) == [
                "-i", "--compressed", "-X", "POST", "--digest", "-u", "me:s3cret'value", "--url",
                "https://a.example/",
                "-H", "Authorization: Bearer s3cret'value", "-H", "X-Both: s3cret'value,s3cret'value-2!",
                "-H", "Cookie: sid=1", "-H", "X-Api-Key: k",
                "--data-raw", #"{"t":"s3cret'value","n":"never"}"#,
            ]
        )
    }

    @Test("has no password, and nothing of a header that says who one is, which is no secret of the flow")
    func undeclared() throws {
        let command = CurlCommand(
            request(headers: [("Authorization", "Bearer s3cret-and-more"), ("Cookie", "a=s3cret; b=clear")]),
            credentials: .init(options: "-u", user: "me", password: "letmein", variable: "PASSWORD"),
            secrets: ["TOKEN": "s3cret"]
        )
        for text in ["letmein", "and-more", "clear", "s3cret"] {
            #expect(!command.description.contains(text), "\(text)")
        }
        let arguments = try arguments(command, ["PASSWORD": "p", "AUTHORIZATION": "A", "COOKIE": "c"])
        #expect(
            arguments.contains("me:p") && arguments.contains("Authorization: A")
                && arguments.contains("Cookie: c")
        )
    }

    @Test("reads from a file a body that it cannot hold")
    func body() throws {
        let command = CurlCommand(request(body: "cut of…"), body: .elsewhere)
        #expect(try arguments(command).suffix(2) == ["--data-binary", "@body"])
    }
}
