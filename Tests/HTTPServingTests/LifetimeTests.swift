import CanaryHTTP
import Foundation
import TestSupport
import Testing

@testable import HTTPServing

@Suite("lifetime of a server") struct LifetimeTests {
    private struct Stop: Error {}

    @Test("its end closes connections, and cancels handlers and waits for them", .timeLimit(.minutes(1)))
    func end() async throws {
        let events = Recorder<String>()
        let (began, beginning) = AsyncStream.makeStream(of: Void.self)
        let raw = try await serving({ _ in
            beginning.finish()
            // Until it is cancelled.
            for await _ in AsyncStream<Void>.makeStream().stream {}
            events.append("handler ended")
            return .text("too late")
        }) { visitor async throws in
            let raw = try RawClient(visitor.address)
            await raw.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
            for await _ in began {}
            return raw
        }
        #expect(events.values == ["handler ended"])
        #expect(await raw.readToEnd() == "")
    }

    @Test("it ends too where its closure fails, and the port can be taken again")
    func failure() async throws {
        let port = Recorder<Int>()
        await #expect(throws: Stop.self) {
            try await serving(echo) { visitor async throws in
                port.append(try #require(visitor.server.port))
                _ = try await visitor.get("/")
                throw Stop()
            }
        }
        let again = ListenAddress.tcp(host: "127.0.0.1", port: try #require(port.values.first))
        try await HTTPServer.withServer([again], handler: echo) { server in
            #expect(server.addresses == [again])
        }
    }

    @Test("it can end at any moment of its requests", arguments: 0..<30)
    func anyMoment(_ number: Int) async throws {
        let handler: @Sendable (ServerRequest) async -> ServerResponse = { request in
            await Task.yield()
            guard request.path == "/stream" else { return .text(request.path) }
            return ServerResponse(body: .stream(AsyncStream { Data(count: 16 << 10) }))
        }
        let answers = Recorder<String>()
        try await serving(handler) { visitor async throws in
            let clients = try (0..<8).map { _ in try RawClient(visitor.address) }
            for (index, raw) in clients.enumerated() {
                let path = index % 2 == 0 ? "/stream" : "/"
                await raw.send(String(repeating: "GET \(path) HTTP/1.1\r\nHost: h\r\n\r\n", count: 5))
                if index % 3 == number % 3 { answers.append(await raw.read(until: "\r\n")) }
            }
        }
        #expect(answers.values.allSatisfy { $0 == "HTTP/1.1 200 OK\r\n" })
    }

    @Test("clients that leave while they are answered end nobody, even where SIGPIPE has its default")
    func clientsLeave() async {
        let result = await #expect(processExitsWith: .success, observing: outputs) {
            signal(SIGPIPE, SIG_DFL)
            let body = Data(count: 4 << 20)
            try await serving({ _ in
                await Task.yield()
                return ServerResponse(body: .data(body))
            }) { visitor async throws in
                for _ in 0..<100 {
                    let raw = try RawClient(visitor.address)
                    await raw.send("GET / HTTP/1.1\r\nHost: h\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n")
                }
                try #require(try await visitor.get("/").body.count == body.count)
            }
        }
        expectSilence(of: result)
    }

    @Test("the absence of libmicrohttpd is told with its package")
    func noLibrary() async {
        let result = await #expect(processExitsWith: .success, observing: outputs) {
            let error = #expect(throws: ServingError.self) { try Library.open("libabsent.so.1") }
            let text = try #require(error).description
            try #require(text.contains("libmicrohttpd12"))
            try #require(text.contains("libabsent.so.1"))
            // It can be there the next time.
            try await serving(echo) { visitor async throws in
                try #require(try await visitor.get("/").status == 200)
            }
        }
        expectSilence(of: result)
    }

    @Test(
        "10,000 requests by 50 connections leave no descriptor, no thread and no memory",
        .timeLimit(.minutes(2))
    )
    func soak() async {
        let result = await #expect(processExitsWith: .success, observing: outputs) {
            try await Soak.run(requests: 10_000, connections: 50)
        }
        expectSilence(of: result)
    }
}

private let outputs: [any PartialKeyPath<ExitTest.Result> & Sendable] = [
    \.standardOutputContent, \.standardErrorContent,
]

/// Expects that a process wrote nothing, besides what the test library writes.
private func expectSilence(of result: ExitTest.Result?) {
    let output = (result?.standardOutputContent ?? []) + (result?.standardErrorContent ?? [])
    let text = String(decoding: output, as: UTF8.self)
    #expect(text.split(separator: "\n").filter { !$0.hasPrefix("soak: ") }.isEmpty)
    print(text, terminator: "")
}
