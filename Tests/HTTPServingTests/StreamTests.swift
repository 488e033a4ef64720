import CanaryHTTP
import Foundation
import HTTPServing
import TestSupport
import Testing

@Suite("streams") struct StreamTests {
    @Test("parts are sent as they come, in chunks, until the stream ends; the connection is used again")
    func parts() async throws {
        let source = Source()
        try await serving(source.handler) { visitor async throws in
            let raw = try RawClient(visitor.address)
            await raw.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
            let head = await raw.read(until: "\r\n\r\n")
            #expect(head.contains("Transfer-Encoding: chunked\r\n"))
            #expect(head.contains("Content-Type: text/event-stream\r\n"))
            for number in 0..<3 {
                source.send("data: \(number)\n\n")
                #expect(await raw.read(until: "\n\n\r\n") == "9\r\ndata: \(number)\n\n\r\n")
            }
            source.finish()
            #expect(await raw.read(until: "\r\n\r\n") == "0\r\n\r\n")
            await raw.send("GET /again HTTP/1.1\r\nHost: h\r\n\r\n")
            #expect(await raw.read(until: "|").hasSuffix("/again|"))
        }
    }

    @Test(
        "the stream ends when the client leaves, whether or not something is to be sent",
        .timeLimit(.minutes(1))
    )
    func leaving() async throws {
        let source = Source()
        try await serving(source.handler) { visitor async throws in
            var raw: RawClient? = try RawClient(visitor.address)
            await raw?.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
            _ = await raw?.read(until: "\r\n\r\n")
            raw = nil
            #expect(await source.ended())
        }
    }

    @Test("the stream ends with the server", .timeLimit(.minutes(1)))
    func stopping() async throws {
        let source = Source()
        let raw = try await serving(source.handler) { visitor async throws in
            let raw = try RawClient(visitor.address)
            await raw.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
            _ = await raw.read(until: "\r\n\r\n")
            return raw
        }
        #expect(await source.ended())
        #expect(await raw.readToEnd() == "")
    }

    @Test("HEAD ends the stream at once", .timeLimit(.minutes(1)))
    func head() async throws {
        let source = Source()
        try await serving(source.handler) { visitor async throws in
            #expect(try await visitor.send("HEAD", "/").status == 200)
            #expect(await source.ended())
        }
    }

    @Test("a large part is sent in pieces, with those before and after it")
    func largePart() async throws {
        let large = (0..<32).reduce(into: Data()) { $0.append(Data(repeating: UInt8($1), count: 1 << 20)) }
        try await serving({ _ in
            let (stream, continuation) = AsyncStream.makeStream(of: Data.self)
            for part in [Data("before".utf8), large, Data(), Data("after".utf8)] { continuation.yield(part) }
            continuation.finish()
            return ServerResponse(body: .stream(stream))
        }) { visitor async throws in
            let body = try await visitor.get("/").body
            #expect(body == Data("before".utf8) + large + Data("after".utf8))
        }
    }

    @Test("a client that reads nothing holds up neither others nor memory, and gets all when it reads")
    func slowReader() async throws {
        let sent = Recorder<Int>()
        let count = 400
        let handler: @Sendable (ServerRequest) async -> ServerResponse = { request in
            guard request.path == "/stream" else { return .text("\(request.path)|") }
            let parts = AsyncStream<Data> {
                guard sent.values.count < count else { return nil }
                sent.append(1)
                return Data(repeating: UInt8(ascii: "x"), count: 64 << 10)
            }
            return ServerResponse(body: .stream(parts))
        }
        try await serving(handler) { visitor async throws in
            let raw = try RawClient(visitor.address)
            await raw.send("GET /stream HTTP/1.0\r\n\r\n")
            for _ in 0..<50 { #expect(try await visitor.get("/other").body == Data("/other|".utf8)) }
            #expect(sent.values.count < count)
            let text = try #require(await raw.readToEnd())
            #expect(text.utf8.count { $0 == UInt8(ascii: "x") } == count << 16)
        }
    }
}

/// A stream of which a test decides each part.
private final class Source: Sendable {
    private let stream: AsyncStream<Data>
    private let continuation: AsyncStream<Data>.Continuation
    private let end: AsyncStream<Void>

    init() {
        (stream, continuation) = AsyncStream.makeStream()
        let (end, ending) = AsyncStream.makeStream(of: Void.self)
        self.end = end
        continuation.onTermination = { _ in
            ending.yield()
            ending.finish()
        }
    }

    var handler: @Sendable (ServerRequest) async -> ServerResponse {
        { [stream] request in
            guard request.path == "/" else { return .text("\(request.path)|") }
            let type = HTTPHeader(name: "Content-Type", value: "text/event-stream")
            return ServerResponse(headers: [type], body: .stream(stream))
        }
    }

    func send(_ text: String) { continuation.yield(Data(text.utf8)) }

    func finish() { continuation.finish() }

    /// Waits until its producer is told of its end.
    func ended() async -> Bool {
        for await _ in end { return true }
        return false
    }
}
