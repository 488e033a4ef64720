import CanaryHTTP
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("Cancelling the task")
struct CancellationTests {
    @Test("before the request begins sends nothing")
    func before() async throws {
        try await RawServer.withServer {
            $0.waitForEnd()
        } _: { server in
            let request = HTTPRequest(url: server.baseURL)
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                return await failure(of: request)
            }
            task.cancel()
            #expect(await task.value?.code == .cancelled)
            #expect(server.connectionCount == 0)
        }
    }

    @Test("ends a request that waits for its reply at once, and closes its connection")
    func waiting() async {
        let result = await #expect(processExitsWith: .success, observing: outputs) {
            let received = SharedCount()
            try await RawServer.withServer { connection in
                connection.readRequest()
                received.add()
                connection.waitForEnd()
            } _: { server in
                let client = HTTPClient()
                let request = HTTPRequest(url: server.baseURL)
                var count = 0
                await expectCancelled {
                    let task = Task { await failure(of: request, client: client) }
                    count += 1
                    while received.value < count { await Task.yield() }
                    return task
                }
                while server.openConnectionCount > 0 { await Task.yield() }
                withExtendedLifetime(client) {}
            }
        }
        printOutput(of: result)
    }

    @Test("ends a request whose name is being looked up at once")
    func resolving() async {
        let result = await #expect(processExitsWith: .success, observing: outputs) {
            var count = 0
            await expectCancelled {
                let name = "slow\(count).held.test"
                count += 1
                let task = Task { await failure(of: HTTPRequest(url: "http://\(name)/")) }
                await HeldNames.waitUntilAsked(for: name)
                return task
            }
        }
        printOutput(of: result)
    }

    @Test("leaves the other requests of the client alone")
    func others() async throws {
        try await RawServer.withServer { connection in
            guard let request = connection.readRequest() else { return }
            if request.hasPrefix("GET /held") { return connection.waitForEnd() }
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        } _: { server in
            let client = HTTPClient()
            let held = HTTPRequest(url: "\(server.baseURL)/held")
            let task = Task { await failure(of: held, client: client) }
            async let other = client.send(HTTPRequest(url: "\(server.baseURL)/other"), deadline: farAway)
            task.cancel()
            #expect(await task.value?.code == .cancelled)
            let response = try await other
            #expect(response.status == 200)
        }
    }
}

/// Asserts that cancelling ends a request within 5 ms, and prints what it was.
///
/// A crowded machine can make any thread late, so it is tried until five in a row of at most 150 were as they should be.
private func expectCancelled(
    sourceLocation: SourceLocation = #_sourceLocation,
    _ start: () async -> Task<HTTPError?, Never>
) async {
    var seen: [Duration] = []
    var inTime = 0
    for _ in 0..<150 {
        let task = await start()
        let instant = ContinuousClock.now
        task.cancel()
        let error = await task.value
        seen.append(ContinuousClock.now - instant)
        #expect(error?.code == .cancelled, sourceLocation: sourceLocation)
        inTime = seen.last.map { $0 < .milliseconds(5) } == true ? inTime + 1 : 0
        if inTime == 5 {
            print("cancellation: took effect after \(seen)")
            return
        }
    }
    Issue.record("cancellation took effect after \(seen)", sourceLocation: sourceLocation)
}

/// A number that threads count up.
private final class SharedCount: Sendable {
    private let count = Atomic(0)

    var value: Int { count.load(ordering: .acquiring) }

    func add() {
        count.add(1, ordering: .releasing)
    }
}
