import Foundation

/// The version that a driver or a browser prints.
enum ProgramVersion {
    /// Runs it with `--version`, 5 s at most; `nil` where it is not there, fails or says nothing of the kind.
    ///
    /// A start of its own (20 to 40 ms), so it is for looks at the machine: runs learn the versions on the way.
    static func read(of path: Result<String, InstallationError>) async -> String? {
        // Both `try?` ask whether it runs; why it does not, a run says.
        guard case .success(let path) = path, let pipe = try? Pipe() else { return nil }
        let environment = ProcessInfo.processInfo.environment
        let child = try? ChildProcess(
            path,
            ["--version"],
            environment: environment,
            directory: "/",
            output: pipe.writeEnd
        )
        close(pipe.writeEnd)
        defer { close(pipe.readEnd) }
        guard let child else { return nil }
        let timeout = Task {
            try await Task.sleep(for: .seconds(5))
            child.signalGroup(SIGKILL)
        }
        let status = await child.waitUntilExit()
        timeout.cancel()
        child.reap()
        guard status == .exited(0) else { return nil }
        var bytes = [UInt8](repeating: 0, count: 1024)
        let count = Foundation.read(pipe.readEnd, &bytes, bytes.count)
        return number(in: String(decoding: bytes[..<max(0, count)], as: UTF8.self))
    }

    /// The first word that is numbers with dots: of `ChromeDriver 156.0.8078.79 (a21c…)` the second.
    static func number(in text: some StringProtocol) -> String? {
        text.split(whereSeparator: \.isWhitespace).first { word in
            word.contains(".") && word.allSatisfy { $0.isNumber || $0 == "." }
        }
        .map { String($0) }
    }
}
