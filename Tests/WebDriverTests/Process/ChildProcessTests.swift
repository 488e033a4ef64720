import Foundation
import TestSupport
import Testing

@testable import WebDriver

private typealias Child = WebDriver.ChildProcess

@Suite("Child process") struct ChildProcessTests {
    @Test("inherits no descriptor but its three, whatever is open here")
    func descriptors() async throws {
        let descriptors = (0..<8).map { _ in open("/dev/null", O_RDONLY) }
        defer { for descriptor in descriptors { close(descriptor) } }
        for descriptor in descriptors { #expect(fcntl(descriptor, F_GETFD) == 0, "a child would inherit it") }
        // Read by the shell's own expansion: another program would have a descriptor of its own.
        let output = try await run("cd /proc/self/fd && echo *")
        // dash reads the folder through one more, which is gone when it prints.
        let listed = Set(output.split(separator: " ").compactMap { Int($0) })
        #expect(listed.isSubset(of: [0, 1, 2, 3]), "\(output)")
    }

    @Test("has its signals at their defaults and none blocked, whatever is set here")
    func signals() async throws {
        let before = signal(SIGUSR1, SIG_IGN)
        defer { signal(SIGUSR1, before) }
        let output = try await run("grep -E 'Sig(Blk|Ign)' /proc/self/status | cut -f2")
        // Two real-time signals belong to the C library, which ignores them on its own.
        let ofLibrary: UInt64 = 0x1_8000_0000
        let masks = output.split(separator: "\n").compactMap { UInt64($0, radix: 16) }
        #expect(masks.map { $0 & ~ofLibrary } == [0, 0])
    }

    @Test("leads a group of its own in this session, or a session of its own", arguments: [false, true])
    func group(isSession: Bool) async throws {
        let output = try await run("echo $$ $(cut -d' ' -f5,6 /proc/$$/stat)", isSession: isSession)
        let ids = output.split(separator: " ").compactMap { pid_t($0) }
        try #require(ids.count == 3)
        #expect(ids[1] == ids[0])
        #expect(ids[2] == (isSession ? ids[0] : getsid(0)))
    }

    @Test("works in its folder with its environment and nothing else")
    func environment() async throws {
        let output = try await run("pwd; env | grep -v -e ^PWD= -e ^_= -e ^SHLVL= -e ^OLDPWD=")
        #expect(output == "/usr\nPATH=/usr/bin:/bin")
    }

    @Test("tells how it ended, also of many at once, and leaves no zombie")
    func exits() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for status in Int32(0)..<20 {
                group.addTask {
                    let child = try Child(
                        "/bin/sh",
                        ["-c", "exit \(status)"],
                        environment: [:],
                        directory: "/"
                    )
                    #expect(await child.waitUntilExit() == .exited(status))
                    #expect(kill(child.id, 0) == 0, "its id stays taken until it is reaped")
                    child.reap()
                    #expect(waitpid(child.id, nil, WNOHANG) == -1, "it is reaped")
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("tells the signal that ended its group")
    func killed() async throws {
        let child = try Child("/bin/sleep", ["60"], environment: [:], directory: "/")
        child.signalGroup(SIGTERM)
        #expect(await child.waitUntilExit() == .killed(signal: SIGTERM))
        child.reap()
    }

    @Test("says what could not be started and why")
    func missing() throws {
        #expect(throws: SystemCallError(attempt: "start /does/not/exist", code: ENOENT)) {
            try Child("/does/not/exist", [], environment: [:], directory: "/")
        }
    }

    private func run(_ script: String, isSession: Bool = false) async throws -> String {
        let pipe = try WebDriver.Pipe()
        let child = try Child(
            "/bin/sh",
            ["-c", script],
            environment: ["PATH": "/usr/bin:/bin"],
            directory: "/usr",
            output: pipe.writeEnd,
            isSession: isSession
        )
        close(pipe.writeEnd)
        _ = await child.waitUntilExit()
        child.reap()
        let file = FileHandle(fileDescriptor: pipe.readEnd, closeOnDealloc: true)
        let output = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
        return output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
