import CanaryHTTP
import Foundation
import HTTPServing
import TestSupport
import Testing

@Suite("addresses") struct AddressTests {
    @Test("several addresses are served at once, and curl reaches the unix socket")
    func several() async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/canary.sock"
            try await HTTPServer.withServer([anyPort, .unixSocket(path: path)], handler: echo) { server in
                let port = try #require(server.port)
                let byPort = try await ChildProcess.run(["curl", "-sS", "http://127.0.0.1:\(port)/x"])
                #expect(byPort == ["GET /x /x [] host=127.0.0.1:\(port) origin=- unix=false body=0"])
                let bySocket = try await ChildProcess.run(
                    ["curl", "-sS", "--unix-socket", path, "-d", "abc", "http://canary/x"]
                )
                #expect(bySocket == ["POST /x /x [] host=canary origin=- unix=true body=3"])
            }
        }
    }

    @Test("only its owner can use a unix socket, and its file goes with the server")
    func mode() async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/canary.sock"
            try await HTTPServer.withServer([.unixSocket(path: path)], handler: echo) { server in
                #expect(server.addresses == [.unixSocket(path: path)])
                #expect(server.port == nil)
                var status = stat()
                #expect(lstat(path, &status) == 0)
                #expect(status.st_mode & 0o7777 == 0o600)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }

    @Test("a live socket is refused and goes on, a dead one is replaced")
    func reuse() async throws {
        try await withTemporaryFolder { folder in
            let address = ListenAddress.unixSocket(path: "\(folder)/canary.sock")
            try await HTTPServer.withServer([address], handler: echo) { server in
                await #expect(throws: ServingError.addressInUse(address)) {
                    try await HTTPServer.withServer([address], handler: echo) { _ in }
                }
                let raw = try RawClient(address)
                await raw.send("GET / HTTP/1.0\r\n\r\n")
                #expect(await raw.readToEnd()?.contains("200 OK") == true)
            }
            try leaveDeadSocket("\(folder)/canary.sock")
            try await HTTPServer.withServer([address], handler: echo) { _ in
                let raw = try RawClient(address)
                await raw.send("GET / HTTP/1.0\r\n\r\n")
                #expect(await raw.readToEnd()?.contains("200 OK") == true)
            }
        }
    }

    @Test("of servers that find the same dead socket at once, one replaces it and all others are refused")
    func race() async throws {
        try await withTemporaryFolder { folder in
            let address = ListenAddress.unixSocket(path: "\(folder)/canary.sock")
            for _ in 0..<20 {
                try leaveDeadSocket("\(folder)/canary.sock")
                let (allDecided, decided) = AsyncStream.makeStream(of: Void.self)
                let outcomes = Recorder<Bool>()
                @Sendable func note(_ isServing: Bool) {
                    outcomes.append(isServing)
                    if outcomes.values.count == 6 { decided.finish() }
                }
                await withTaskGroup { group in
                    for _ in 0..<6 {
                        group.addTask {
                            do {
                                try await HTTPServer.withServer([address], handler: echo) { _ in
                                    note(true)
                                    for await _ in allDecided {}
                                }
                            } catch {
                                #expect(error as? ServingError == .addressInUse(address))
                                note(false)
                            }
                        }
                    }
                }
                #expect(outcomes.values.count(where: \.self) == 1)
            }
        }
    }

    @Test("a file that is no socket is left alone")
    func otherFile() async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/notes"
            try Data("mine".utf8).write(to: URL(filePath: path))
            let address = ListenAddress.unixSocket(path: path)
            let expected = ServingError.badAddress(address, reason: "there is a file that is not a socket")
            await #expect(throws: expected) {
                try await HTTPServer.withServer([address], handler: echo) { _ in }
            }
            #expect(try Data(contentsOf: URL(filePath: path)) == Data("mine".utf8))
        }
    }

    @Test("a port that is taken, and what is no address, are told")
    func refused() async throws {
        try await HTTPServer.withServer([anyPort], handler: echo) { server in
            let taken = server.addresses[0]
            await #expect(throws: ServingError.addressInUse(taken)) {
                try await HTTPServer.withServer([anyPort, taken], handler: echo) { _ in }
            }
        }
        for (address, reason) in [
            (ListenAddress.tcp(host: "example.com", port: 0), "'example.com' is not a numeric address"),
            (.tcp(host: "127.0.0.1", port: 70000), "a port is 0 to 65535"),
            (
                .unixSocket(path: "/tmp/" + String(repeating: "x", count: 200)),
                "the path of a socket has 1 to 107 bytes"
            ),
        ] {
            await #expect(throws: ServingError.badAddress(address, reason: reason)) {
                try await HTTPServer.withServer([address], handler: echo) { _ in }
            }
        }
    }

    /// Leaves the file of a socket whose owner has ended.
    private func leaveDeadSocket(_ path: String) throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: path.utf8) }
        let result = withUnsafePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(result == 0)
    }
}
