import CanaryHTTP
import Foundation
import HTTPServing
import TestSupport
import Testing

@Suite("limits") struct LimitTests {
    private static let chunked = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"

    @Test("a body over the limit is answered with 413, one of just its size is taken")
    func bodySize() async throws {
        try await serving(limits: limits { $0.bodySize = 50_000 }, echo) { visitor async throws in
            #expect(try await visitor.send("POST", "/", body: Data(count: 50_000)).status == 200)
            #expect(try await visitor.send("POST", "/", body: Data(count: 50_001)).status == 413)
            #expect(try await visitor.send("POST", "/", body: Data(count: 5_000_000)).status == 413)
            #expect(try await visitor.get("/").status == 200)
        }
    }

    @Test("16 MB is the limit where no other is set; curl, which asks before it sends, need not send")
    func defaultBodySize() async throws {
        try await serving(echo) { visitor async throws in
            #expect(try await visitor.send("POST", "/", body: Data(count: 16 << 20)).status == 200)
            try await withTemporaryFolder { folder in
                let file = "\(folder)/body"
                try Data(count: (16 << 20) + 1).write(to: URL(filePath: file))
                let output = try await ChildProcess.run([
                    "curl", "-sS", "-o", "/dev/null", "-w", "%{http_code} %{size_upload}", "--data-binary",
                    "@\(file)",
                    "http://\(visitor.address)/",
                ])
                #expect(output == ["413 0"])
            }
        }
    }

    @Test("a body without an end is answered with 413 while it is sent, and its connection ended")
    func endlessBody() async throws {
        let limits = limits {
            $0.bodySize = 50_000
            $0.arrivalTime = .seconds(1)
        }
        try await serving(limits: limits, echo) { visitor async throws in
            let raw = try RawClient(visitor.address)
            await raw.send(Self.chunked)
            let chunk = "8000\r\n" + String(repeating: "x", count: 0x8000) + "\r\n"
            async let answer = raw.readToEnd()
            while await raw.send(chunk) {}
            #expect(await answer?.hasPrefix("HTTP/1.1 413 ") == true)
            #expect(try await visitor.get("/").status == 200)
        }
    }

    @Test("a head over the limit is answered with 431", arguments: [5_000, 20_000, 200_000])
    func headSize(_ size: Int) async throws {
        try await serving(limits: limits { $0.headSize = 4_000 }, echo) { visitor async throws in
            let raw = try RawClient(visitor.address)
            let value = String(repeating: "x", count: size)
            // Not all is read, so that the rest may be refused.
            await raw.send("GET / HTTP/1.1\r\nHost: h\r\nX-Long: \(value)\r\n\r\n")
            let answer = await raw.read(until: "\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 431 ") || size > 20_000 && answer.isEmpty)
            let small = HTTPHeader(name: "X-Long", value: String(repeating: "x", count: 3_000))
            #expect(try await visitor.send("GET", "/", headers: [small]).status == 200)
        }
    }

    @Test("a target over the limit is refused")
    func targetSize() async throws {
        try await serving(limits: limits { $0.headSize = 4_000 }, echo) { visitor async throws in
            let raw = try RawClient(visitor.address)
            await raw.send("GET /\(String(repeating: "x", count: 20_000)) HTTP/1.1\r\nHost: h\r\n\r\n")
            #expect(await raw.read(until: "\r\n\r\n").contains(#/^HTTP/1\.[01] (414|431) /#))
        }
    }

    @Test(
        "a request that takes too long to arrive ends with its connection, however it trickles",
        arguments: ["GET / HTTP/1.1\r\nHost: h\r\nX-Slow: ", chunked + "ffff\r\n", "GET /", ""]
    )
    func slowRequest(_ start: String) async throws {
        let handled = Recorder<String>()
        let handler: @Sendable (ServerRequest) async -> ServerResponse = {
            handled.append($0.path)
            return .text("handled")
        }
        try await serving(limits: limits { $0.arrivalTime = .milliseconds(300) }, handler) {
            visitor async throws in
            let raw = try RawClient(visitor.address)
            let begin = ContinuousClock.now
            await raw.send(start)
            async let end = raw.readToEnd()
            let trickle = Task {
                while !start.isEmpty, !Task.isCancelled, await raw.send("x") {
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
            #expect(await end == "")
            trickle.cancel()
            let time = ContinuousClock.now - begin
            #expect(time >= .milliseconds(300) && time < .seconds(10), "\(time)")
            #expect(handled.values.isEmpty)
        }
    }

    @Test("a later request on a connection has its own time, and a handler has any")
    func laterRequest() async throws {
        let limits = limits { $0.arrivalTime = .seconds(1) }
        try await serving(
            limits: limits,
            { request in
                if request.path == "/slow" {
                    do { try await Task.sleep(for: .milliseconds(1300)) } catch { return .text("cut") }
                }
                return .text("answer to \(request.path)|")
            }
        ) { visitor async throws in
            let raw = try RawClient(visitor.address)
            await raw.send("GET /slow HTTP/1.1\r\nHost: h\r\n\r\n")
            #expect(await raw.read(until: "|").hasSuffix("answer to /slow|"))
            await raw.send("GET /next HTTP/1.1\r\nHost: h\r\n\r\n")
            #expect(await raw.read(until: "|").hasSuffix("answer to /next|"))
            await raw.send("GET /late HTTP/1.1\r\n")
            #expect(await raw.readToEnd() == "")
        }
    }

    @Test("more connections than are allowed wait until one ends")
    func connections() async throws {
        try await serving(limits: limits { $0.connections = 5 }, { .text("\($0.path)|") }) {
            visitor async throws in
            var held: [RawClient] = []
            for number in 0..<5 {
                let raw = try RawClient(visitor.address)
                await raw.send("GET /\(number) HTTP/1.1\r\nHost: h\r\n\r\n")
                #expect(await raw.read(until: "|").hasSuffix("/\(number)|"))
                held.append(raw)
            }
            let waiting = try RawClient(visitor.address)
            await waiting.send("GET /more HTTP/1.1\r\nHost: h\r\n\r\n")
            #expect(!waiting.hasInput(within: .milliseconds(300)))
            held.removeLast()
            #expect(await waiting.read(until: "|").hasSuffix("/more|"))
        }
    }
}

/// The limits of a server with a change.
private func limits(_ change: (inout ServerLimits) -> Void) -> ServerLimits {
    var limits = ServerLimits()
    change(&limits)
    return limits
}
