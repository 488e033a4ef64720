import CanaryHTTP
import Foundation
import HTTPServing
import TestSupport
import Testing

/// Many requests of every kind, and what they leave behind; in a process of its own, as it counts what that holds.
enum Soak {
    /// What a process holds.
    private struct Holdings {
        let descriptors: Int
        let servingThreads: Int
        let memory: Int
    }

    /// Serves twice, and expects after the second time what there was after the first.
    static func run(requests: Int, connections: Int) async throws {
        try await withTemporaryFolder { folder in
            try Data(repeating: 9, count: 20_000).write(to: URL(filePath: "\(folder)/file.txt"))
            try await visit(folder, requests: requests / 4, connections: connections)
            let before = try await settled()
            let begin = ContinuousClock.now
            try await visit(folder, requests: requests, connections: connections)
            let time = ContinuousClock.now - begin
            let after = try await settled()
            print(
                "soak: \(requests) requests, \(connections) connections in \(time); "
                    + "memory \(before.memory >> 10) KB, then \(after.memory >> 10) KB; "
                    + "descriptors \(before.descriptors), then \(after.descriptors)"
            )
            try #require(after.servingThreads == 0)
            try #require(after.descriptors == before.descriptors)
            try #require(after.memory - before.memory < 8 << 20)
        }
    }

    private static func visit(_ folder: String, requests: Int, connections: Int) async throws {
        let addresses = [anyPort, .unixSocket(path: "\(folder)/socket")]
        let handler: @Sendable (ServerRequest) async -> ServerResponse = { answer($0, folder) }
        try await HTTPServer.withServer(addresses, handler: handler) { server in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<connections {
                    let address = server.addresses[number % 2]
                    group.addTask { try await converse(address, requests: requests / connections) }
                }
                try await group.waitForAll()
            }
        }
    }

    private static func answer(_ request: ServerRequest, _ folder: String) -> ServerResponse {
        switch request.path {
        case "/file": return ServerResponse(body: .file(folder: folder, path: "file.txt"))
        case "/stream":
            let (stream, continuation) = AsyncStream.makeStream(of: Data.self)
            for _ in 0..<3 { continuation.yield(Data("part|".utf8)) }
            continuation.finish()
            return ServerResponse(body: .stream(stream))
        default: return ServerResponse(body: .data(request.body + Data("|".utf8)))
        }
    }

    private static func converse(_ address: ListenAddress, requests: Int) async throws {
        var raw = try RawClient(address)
        let host = "HTTP/1.1\r\nHost: h\r\n"
        for number in 0..<requests {
            var (request, end) = ("GET / \(host)\r\n", "|")
            switch number % 5 {
            case 1:
                request = "POST / \(host)Content-Length: 5000\r\n\r\n" + String(repeating: "x", count: 5000)
            case 2: (request, end) = ("GET /stream \(host)\r\n", "0\r\n\r\n")
            case 3: request = "HEAD /file \(host)\r\n"
            case 4: (request, end) = ("GET /file \(host)Connection: close\r\n\r\n", "")
            default: break
            }
            if number % 5 == 3 { end = "\r\n\r\n" }
            await raw.send(request)
            let answer = end.isEmpty ? await raw.readToEnd() : await raw.read(until: end)
            try #require(answer?.hasPrefix("HTTP/1.1 200 OK") == true)
            // And some leave without a word, in the middle of things.
            if number % 10 == 9 { await raw.send("GET /stream \(host)\r\n") }
            if end.isEmpty { raw = try RawClient(address) }
        }
    }

    /// What is held when the threads that are about to end have.
    private static func settled() async throws -> Holdings {
        let deadline = ContinuousClock.now + .seconds(10)
        while try holdings().servingThreads > 0, .now < deadline { await Task.yield() }
        return try holdings()
    }

    private static func holdings() throws -> Holdings {
        let files = FileManager.default
        let threads = try files.contentsOfDirectory(atPath: "/proc/self/task").count { thread in
            // A thread may end in between.
            let name = (try? String(contentsOfFile: "/proc/self/task/\(thread)/comm", encoding: .utf8)) ?? ""
            return name.hasPrefix("MHD") || name.hasPrefix("serving")
        }
        let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return Holdings(
            descriptors: try files.contentsOfDirectory(atPath: "/proc/self/fd").count,
            servingThreads: threads,
            memory: (Int(pages[1]) ?? 0) * Int(getpagesize())
        )
    }
}
