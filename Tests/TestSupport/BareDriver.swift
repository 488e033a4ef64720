/// A chromedriver without a session, in its own process group, for tests of what talks to one.
public struct BareDriver: Sendable {
    /// Where it listens: `http://127.0.0.1:PORT`.
    public let baseURL: String
    /// The driver's process id, which is the id of its group too.
    public let processID: Int32

    /// Starts a driver, hands it to `body`, and kills it and all its browsers whatever happens.
    ///
    /// - Parameters:
    ///   - arguments: Arguments for the driver besides `--port=0`.
    ///   - body: What to do with it.
    /// - Returns: What `body` returned.
    /// - Throws: What `body` throws; `ChildProcess.Failure` where no driver comes up.
    public static func withDriver<T: Sendable>(
        arguments: [String] = [],
        _ body: (BareDriver) async throws -> T
    ) async throws -> T {
        try await withTemporaryFolder { folder in
            let (child, port) = try await start(arguments, in: folder, tries: 4)
            let result: Result<T, any Error>
            do {
                let baseURL = "http://127.0.0.1:\(port)"
                result = .success(try await body(BareDriver(baseURL: baseURL, processID: child.processID)))
            } catch {
                result = .failure(error)
            }
            await child.end()
            return try result.get()
        }
    }

    /// Starts a driver and waits for its port.
    ///
    /// It listens on two address families with one port, which the second may find taken: then it is tried again.
    private static func start(
        _ arguments: [String],
        in folder: String,
        tries: Int
    ) async throws -> (ChildProcess, port: Int) {
        let child = try ChildProcess(
            ["chromedriver", "--port=0"] + arguments,
            environment: ["TMPDIR": folder, "LC_ALL": "C.UTF-8"]
        )
        var seen: [String] = []
        for await line in child.lines {
            if let match = line.firstMatch(of: /started successfully on port (\d+)/), let port = Int(match.1)
            {
                return (child, port)
            }
            seen.append(line)
        }
        await child.end()
        if tries > 1, seen.contains(where: { $0.contains("Address already in use") }) {
            return try await start(arguments, in: folder, tries: tries - 1)
        }
        throw ChildProcess.Failure(
            description: "chromedriver named no port:\n\(seen.joined(separator: "\n"))"
        )
    }
}
