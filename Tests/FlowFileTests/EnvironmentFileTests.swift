import Foundation
import Testing

@testable import FlowFile

@Suite("Environment file") struct EnvironmentFileTests {
    @Test(
        "holds a variable a line",
        arguments: [
            ("A=b", ["A": "b"]), ("A = b c ", ["A": "b c"]), ("export A=b", ["A": "b"]), ("A=", ["A": ""]),
            ("# A=b\n\n  # c\nB=d", ["B": "d"]), ("A=b # c", ["A": "b"]), ("A=b#c", ["A": "b#c"]),
            ("A=#b", ["A": "#b"]), ("A= # b", ["A": ""]), ("A=\"b # c\" # d", ["A": "b # c"]),
            ("A='$b \\n'", ["A": "$b \\n"]), ("A=\"\\n\\t\\\"\\\\\\$\\q\"", ["A": "\n\t\"\\$\\q"]),
            ("A=b\r\nB=c\r\n", ["A": "b", "B": "c"]), ("A=1\nA=2", ["A": "2"]), ("\u{FEFF}A=b", ["A": "b"]),
            ("A=b=c", ["A": "b=c"]), ("export=b", ["export": "b"]), ("A=é", ["A": "é"]), ("", [:]),
        ] as [(String, [String: String])]
    )
    func values(text: String, expected: [String: String]) {
        let file = EnvironmentFile(source(text, file: ".env"))
        #expect(file.diagnostics == [])
        #expect(file.values == expected)
    }

    @Test("tells every line that is none, without what stands in it")
    func mistakes() {
        let text =
            "GOOD=1\nno secret here\n1A=b\n A\nB=\"open secret\nC='a' secret\n=secret\nexport\nA-B=secret"
        let file = EnvironmentFile(source(text, file: ".env"))
        #expect(file.values == ["GOOD": "1"])
        #expect(
            file.diagnostics.map(\.description) == [
                ".env:2:4: expected '=' after the name 'no'",
                ".env:3:1: expected a name, as in KEY=value",
                ".env:4:3: expected '=' after the name 'A'",
                ".env:5:3: the quotes are not closed on this line",
                ".env:6:7: something stands after the closing quotes",
                ".env:7:1: expected a name, as in KEY=value",
                ".env:8:7: expected a name, as in KEY=value",
                ".env:9:1: expected a name, as in KEY=value",
            ]
        )
    }

    @Test("that is a pipe is read to its end, whenever it is written; who gives up waiting is not kept")
    func pipe() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("pipe-\(UUID().uuidString)")
            .path
        #expect(mkfifo(path, 0o600) == 0)
        defer { unlink(path) }
        let waiting = Task { EnvironmentFile(path: path) }
        waiting.cancel()
        #expect(
            await waiting.value.diagnostics.map(\.message) == [
                "the file was not read: canary was interrupted"
            ]
        )
        let reading = Task { EnvironmentFile(path: path) }
        let writer = Thread {
            let pipe = FileHandle(forWritingAtPath: path)
            pipe?.write(Data("A=1\n".utf8))
            pipe?.write(Data("B=2\n".utf8))
            try? pipe?.close()
        }
        writer.start()
        let file = await reading.value
        #expect(file.diagnostics == [])
        #expect(file.values == ["A": "1", "B": "2"])
    }

    @Test("that is not there is told")
    func missing() throws {
        try TemporaryFolder.with([:]) { folder in
            let file = EnvironmentFile(path: folder.path + "/.env")
            #expect(file.diagnostics.map { folder.short($0.description) } == [".env: there is no such file"])
        }
    }
}
