import CanaryHTTP
import Foundation
import TestSupport
import Testing

// What is measured here must not depend on what other tests do with the threads of this process, so each
// runs in one of its own.
@Suite("A deadline")
struct DeadlineTests {
    @Test("that has passed ends a request before it begins")
    func passed() async {
        let error = await failure(of: HTTPRequest(url: "http://127.0.0.1:1/"), deadline: .now - .seconds(1))
        #expect(error?.code == .timeout(.starting))
    }

    @Test("is kept while the name is looked up, though the look-up goes on")
    func resolving() async {
        let result = await #expect(processExitsWith: .success, observing: outputs) {
            await expectTimeout(while: .resolving, HTTPRequest(url: "http://slow.held.test/"))
        }
        printOutput(of: result)
    }

    @Test("is kept while a connection is not answered")
    func connecting() async {
        let result = await #expect(processExitsWith: .success, observing: outputs) {
            let full = try ListeningSocket(backlog: 0)
            // The queue takes one more than its length; after that nothing is answered.
            let callers = try (0..<4).map { _ in try UnansweredCall(port: full.port) }
            await expectTimeout(while: .connecting, HTTPRequest(url: "http://127.0.0.1:\(full.port)/"))
            withExtendedLifetime((full, callers)) {}
        }
        printOutput(of: result)
    }

    @Test("is kept while the TLS handshake is not answered")
    func handshake() async {
        let result = await #expect(processExitsWith: .success, observing: outputs) {
            try await RawServer.withServer { connection in
                connection.waitForEnd()
            } _: { server in
                await expectTimeout(while: .tls, HTTPRequest(url: "https://127.0.0.1:\(server.port)/"))
            }
        }
        printOutput(of: result)
    }

    @Test("is kept while the server takes no more of the request")
    func sending() async {
        let result = await #expect(processExitsWith: .success, observing: outputs) {
            let done = DispatchSemaphore(value: 0)
            try await RawServer.withServer { _ in
                done.wait()
            } _: { server in
                let request = HTTPRequest(method: "POST", url: server.baseURL, body: Data(count: 16 << 20))
                await expectTimeout(while: .sending, request)
                done.signal()
            }
        }
        printOutput(of: result)
    }

    @Test("is kept while nothing comes back")
    func waiting() async {
        let result = await #expect(processExitsWith: .success, observing: outputs) {
            try await RawServer.withServer { connection in
                connection.readRequest()
                connection.waitForEnd()
            } _: { server in
                await expectTimeout(while: .waiting, HTTPRequest(url: server.baseURL))
                let post = HTTPRequest(method: "POST", url: server.baseURL, body: Data("{}".utf8))
                await expectTimeout(while: .waiting, post)
            }
        }
        printOutput(of: result)
    }

    @Test("is kept while the reply drips in")
    func receiving() async {
        let result = await #expect(processExitsWith: .success, observing: outputs) {
            for beginning in [
                "", "Content-Length: 100\r\n", "\r\nuntil the end", "Content-Length: 9\r\n\r\npart",
            ] {
                try await RawServer.withServer { connection in
                    connection.readRequest()
                    connection.write("HTTP/1.1 200 OK\r\n" + beginning)
                    connection.waitForEnd()
                } _: { server in
                    await expectTimeout(while: .receiving, HTTPRequest(url: server.baseURL))
                }
            }
        }
        printOutput(of: result)
    }

    @Test("that is early is kept while a late one is waited for")
    func earlier() async {
        let result = await #expect(processExitsWith: .success, observing: outputs) {
            try await RawServer.withServer { connection in
                connection.readRequest()
                connection.waitForEnd()
            } _: { server in
                let client = HTTPClient()
                let request = HTTPRequest(url: server.baseURL)
                let late = Task { await failure(of: request, client: client) }
                await expectTimeout(while: .waiting, request, client: client)
                await expectTimeout(while: .waiting, request, after: .milliseconds(40), client: client)
                late.cancel()
                #expect(await late.value?.code == .cancelled)
            }
        }
        printOutput(of: result)
    }
}

/// Asserts that a request ends within 5 ms of its deadline, in a phase, and prints what it was.
///
/// A crowded machine can make any thread late, so it is asked until five in a row of at most 150 were as they should be;
/// none may end early.
private func expectTimeout(
    while phase: HTTPError.Phase,
    _ request: HTTPRequest,
    after time: Duration = .milliseconds(100),
    client: HTTPClient = HTTPClient(),
    sourceLocation: SourceLocation = #_sourceLocation
) async {
    var seen: [String] = []
    var inTime = 0
    for _ in 0..<150 {
        let deadline = ContinuousClock.now + time
        let error = await failure(
            of: request,
            deadline: deadline,
            client: client,
            sourceLocation: sourceLocation
        )
        let lateness = ContinuousClock.now - deadline
        #expect(lateness >= .zero, sourceLocation: sourceLocation)
        seen.append("\(lateness) late, \(error?.code.label ?? "no error")")
        inTime = error?.code == .timeout(phase) && lateness < .milliseconds(5) ? inTime + 1 : 0
        if inTime == 5 {
            print("deadline while \(phase.rawValue): \(seen.joined(separator: "; "))")
            return
        }
    }
    Issue.record("\(seen.joined(separator: "\n"))", sourceLocation: sourceLocation)
}

/// A connection that is begun and never completed.
private final class UnansweredCall {
    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw POSIXError(.EMFILE) }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        withUnsafeBytes(of: &address) { bytes in
            _ = connect(descriptor, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self), 16)
        }
    }

    deinit {
        close(descriptor)
    }
}
