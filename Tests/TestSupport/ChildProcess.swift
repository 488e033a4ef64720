import CSpawn
import Foundation
import Synchronization

/// A program that a test runs: in a process group of its own, its output read line by line.
public final class ChildProcess: Sendable {
    /// Why a program could not be started or did not end well.
    public struct Failure: Error, CustomStringConvertible {
        /// What happened, with the program's name.
        public let description: String
    }

    /// The process id, which is the id of its group too.
    public let processID: Int32
    /// The lines of standard output and standard error, mixed, until both are closed; for one reader.
    public let lines: AsyncStream<String>
    private let ended: Ended
    private let exit: Task<Int32, Never>

    /// Whether it has closed its output, as it does when it ends.
    public var hasEnded: Bool { ended.value.load(ordering: .acquiring) }

    /// Starts a program found on `PATH`.
    ///
    /// - Parameters:
    ///   - arguments: The program and its arguments.
    ///   - environment: Variables set on top of this process's own.
    /// - Throws: ``Failure`` where it cannot be started.
    public init(
        _ arguments: [String],
        environment: [String: String] = [:]
    ) throws {
        _ = Zombies.areReaped
        var (reading, writing) = (Int32(-1), Int32(-1))
        let failure = cspawn_pipe(&reading, &writing)
        guard failure == 0 else { throw Failure(description: "pipe: \(failure)") }
        defer { close(writing) }
        do {
            processID = try Self.spawn(arguments, environment, output: writing)
        } catch {
            close(reading)
            throw error
        }
        exit = Self.exitStatus(of: processID)
        let ended = Ended()
        self.ended = ended
        lines = Self.lines(from: reading, ended)
    }

    /// Kills the whole group and waits until the program is gone.
    public func end() async {
        kill(-processID, SIGKILL)
        _ = await exit.value
    }

    /// Runs a program to its end and returns its output.
    ///
    /// - Throws: ``Failure`` with the output, where it cannot be started or its exit status is not 0.
    @discardableResult
    public static func run(_ arguments: [String]) async throws -> [String] {
        let child = try ChildProcess(arguments)
        var output: [String] = []
        for await line in child.lines { output.append(line) }
        let status = await child.exit.value
        guard status == 0 else {
            throw Failure(
                description: "\(arguments[0]): wait status \(status)\n\(output.joined(separator: "\n"))"
            )
        }
        return output
    }

    /// Waits for its end on a thread of its own: a zombie that nobody waits for at once keeps exit tests waiting, and a
    /// queue's threads are those that run the tests.
    private static func exitStatus(of processID: pid_t) -> Task<Int32, Never> {
        let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
        Thread.detachNewThread {
            var status: Int32 = 0
            while waitpid(processID, &status, 0) == -1, errno == EINTR {}
            continuation.yield(status)
            continuation.finish()
        }
        return Task { await stream.first { _ in true } ?? 0 }
    }

    private final class Ended: Sendable {
        let value = Atomic(false)
    }

    private static func spawn(
        _ arguments: [String],
        _ environment: [String: String],
        output: Int32
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A thread of the tests may block signals; inherited, that would keep the program from getting them.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
        let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        var argv = arguments.map { strdup($0) } + [nil]
        var envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var processID = pid_t()
        let code = posix_spawnp(&processID, arguments[0], &actions, &attributes, &argv, &envp)
        guard code == 0 else {
            throw Failure(description: "\(arguments[0]): \(String(cString: strerror(code)))")
        }
        return processID
    }

    /// Reads on a thread of its own, so that the program never waits for a full pipe.
    private static func lines(from descriptor: Int32, _ ended: Ended) -> AsyncStream<String> {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self)
        Thread.detachNewThread {
            let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            var pending = Data()
            while case let chunk = handle.availableData, !chunk.isEmpty {
                pending.append(chunk)
                while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                    continuation.yield(String(decoding: pending[..<end], as: UTF8.self))
                    pending = Data(pending[pending.index(after: end)...])
                }
            }
            if !pending.isEmpty { continuation.yield(String(decoding: pending, as: UTF8.self)) }
            ended.value.store(true, ordering: .releasing)
            continuation.finish()
        }
        return stream
    }
}
