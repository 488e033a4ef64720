import CanaryHTTP
import Foundation
import TestSupport
import Testing

// What is counted here belongs to the whole process, so each test runs in one of its own.
@Suite("The life of a client")
struct LifecycleTests {
    @Test("begins with its first request, and leaves no thread and no descriptor behind")
    func leaves() async {
        let result = await #expect(processExitsWith: .success, observing: outputs) {
            try await RawServer.withServer { connection in
                while connection.readRequest() != nil {
                    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
                }
            } _: { server in
                let request = HTTPRequest(url: server.baseURL)
                // What the process sets up once is not the client's, the queue of its timers among it.
                _ = try await HTTPClient().send(request, deadline: farAway)
                var looks = 0
                try await eventually {
                    looks += 1
                    return looks > 1
                }
                try await eventually { try server.openConnectionCount == 0 && loopThreads() == 0 }
                let descriptors = try openDescriptors()
                for _ in 0..<20 {
                    do {
                        let client = HTTPClient()
                        try #require(loopThreads() == 0)
                        _ = try await client.send(request, deadline: farAway)
                        try #require(loopThreads() == 1)
                    }
                    try await eventually { try server.openConnectionCount == 0 && loopThreads() == 0 }
                }
                try await eventually { try openDescriptors() <= descriptors }
            }
        }
        printOutput(of: result)
    }

    @Test("leaves signals as they were, and survives writing to a connection that is gone")
    func signals() async {
        let result = await #expect(processExitsWith: .success, observing: outputs) {
            var before = sigaction()
            sigaction(SIGPIPE, nil, &before)
            try await RawServer.withServer { connection in
                connection.reset()
            } _: { server in
                let client = HTTPClient()
                for url in [server.baseURL, "https://127.0.0.1:\(server.port)/"] {
                    for _ in 0..<20 {
                        let request = HTTPRequest(method: "POST", url: url, body: Data(count: 1 << 20))
                        let code = await failure(of: request, client: client)?.code
                        try #require([.connect, .connectionLost, .emptyReply, .tls].contains(code))
                    }
                }
            }
            var after = sigaction()
            sigaction(SIGPIPE, nil, &after)
            try #require(before.__sigaction_handler.sa_handler == nil)
            try #require(after.__sigaction_handler.sa_handler == nil)
        }
        printOutput(of: result)
    }

    @Test("closes its connections although a program that was started in between still runs")
    func closeOnExec() async throws {
        try await RawServer.withServer { connection in
            while connection.readRequest() != nil {
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            }
        } _: { server in
            let program: ChildProcess
            do {
                let client = HTTPClient()
                _ = try await client.send(HTTPRequest(url: server.baseURL), deadline: farAway)
                program = try ChildProcess(["sleep", "60"])
            }
            do {
                try await eventually { server.openConnectionCount == 0 }
            } catch {
                Issue.record(error)
            }
            #expect(!program.hasEnded)
            await program.end()
        }
    }
}

/// How many event loops run, by the name of their threads.
@Sendable private func loopThreads() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count {
        (try? String(contentsOfFile: "/proc/self/task/\($0)/comm", encoding: .utf8)) == "canary-http\n"
    }
}

/// How many descriptors are open, without timers: the client has none, and on a busy machine the process makes itself a
/// second one at any time (seen in 1 of 4 runs beside three busy loops).
@Sendable private func openDescriptors() throws -> Int {
    let files = FileManager.default
    return try files.contentsOfDirectory(atPath: "/proc/self/fd").count {
        (try? files.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) != "anon_inode:[timerfd]"
    }
}

/// Waits for what threads of their own bring about, at most 10 s.
@Sendable private func eventually(_ condition: () throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(10)
    while try !condition() {
        try #require(ContinuousClock.now < deadline)
        try await Task.sleep(for: .milliseconds(1))
    }
}
