import CanaryHTTP
import Foundation
import HTTPServing
import TestSupport
import Testing

@Suite("files") struct FileTests {
    @Test("files of a folder are sent whole, with the type of their extension")
    func files() async throws {
        try await servingFolder { visitor, folder async throws in
            let large = Data((0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
            try large.write(to: URL(filePath: "\(folder)/large.png"))
            try Data().write(to: URL(filePath: "\(folder)/EMPTY.HTML"))
            try Data("x".utf8).write(to: URL(filePath: "\(folder)/inner/no extension"))
            let picture = try await visitor.get("/large.png")
            #expect(picture.status == 200)
            #expect(picture.body == large)
            #expect(picture.headers["Content-Type"] == "image/png")
            let empty = try await visitor.get("/EMPTY.HTML")
            #expect(empty.status == 200)
            #expect(empty.body.isEmpty)
            #expect(empty.headers["Content-Type"] == "text/html; charset=utf-8")
            let other = try await visitor.get("/inner/no%20extension")
            #expect(other.body == Data("x".utf8))
            #expect(other.headers["Content-Type"] == "application/octet-stream")
            let head = try await visitor.send("HEAD", "/large.png")
            #expect(head.headers["Content-Length"] == "5000000")
            #expect(head.body.isEmpty)
        }
    }

    @Test(
        "nothing but a regular file within the folder is sent",
        arguments: [
            "/none", "/inner", "/", "/inner/../../secret", "/../secret", "/%2e%2e/secret",
            "/inner/%2e%2e/%2E%2E/secret",
            "/link", "/linked/secret", "/inside", "/pipe", "/inner/./file.txt", "/inner/file.txt/", "/socket",
        ]
    )
    func refused(_ path: String) async throws {
        try await servingFolder { visitor, folder async throws in
            let files = FileManager.default
            for (name, target) in [("link", "../secret"), ("linked", ".."), ("inside", "inner/file.txt")] {
                try files.createSymbolicLink(atPath: "\(folder)/\(name)", withDestinationPath: target)
            }
            #expect(mkfifo("\(folder)/pipe", 0o600) == 0)
            let raw = try RawClient(visitor.address)
            // By hand, as clients take dots out of paths.
            await raw.send("GET \(path) HTTP/1.0\r\n\r\n")
            let answer = try #require(await raw.readToEnd())
            if path == "/inner/file.txt/" {
                // A slash at the end says nothing else.
                #expect(answer.hasSuffix("\r\n\r\nfile"))
            } else {
                #expect(answer.hasPrefix("HTTP/1.1 404 ") || answer.hasPrefix("HTTP/1.0 404 "))
                #expect(!answer.contains("secret"))
            }
        }
    }

    /// Serves a folder with `inner/file.txt`, beside which there is a file `secret`.
    private func servingFolder(_ body: (Visitor, String) async throws -> Void) async throws {
        try await withTemporaryFolder { parent in
            let folder = "\(parent)/folder"
            try FileManager.default.createDirectory(
                atPath: "\(folder)/inner",
                withIntermediateDirectories: true
            )
            try Data("secret".utf8).write(to: URL(filePath: "\(parent)/secret"))
            try Data("file".utf8).write(to: URL(filePath: "\(folder)/inner/file.txt"))
            try await serving({ ServerResponse(body: .file(folder: folder, path: $0.path)) }) {
                visitor async throws in
                try await body(visitor, folder)
            }
        }
    }
}
