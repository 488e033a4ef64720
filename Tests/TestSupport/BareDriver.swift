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
            let child = try ChildProcess(
                ["chromedriver", "--port=0"] + arguments,
                environment: ["TMPDIR": folder]
            )
            let result: Result<T, any Error>
            do {
                let port = try await port(of: child)
                result = .success(
                    try await body(
                        BareDriver(baseURL: "http://127.0.0.1:\(port)", processID: child.processID)
                    )
                )
            } catch {
                result = .failure(error)
            }
            await child.end()
            return try result.get()
        }
    }

    private static func port(of child: ChildProcess) async throws -> Int {
        var seen: [String] = []
        for await line in child.lines {
            if let match = line.firstMatch(of: /started successfully on port (\d+)/), let port = Int(match.1)
            {
                return port
            }
            seen.append(line)
        }
        throw ChildProcess.Failure(
            description: "chromedriver named no port:\n\(seen.joined(separator: "\n"))"
        )
    }
}
