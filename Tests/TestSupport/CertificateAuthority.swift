/// Makes certificates as a test needs them, by `openssl`.
public struct CertificateAuthority: Sendable {
    /// The folder that all files are in: `root.pem`, and `NAME.pem` with `NAME.key` of each certificate.
    public let folder: String

    /// Makes an authority that nobody trusts yet, in a folder.
    ///
    /// - Throws: `ChildProcess.Failure` where `openssl` cannot do it.
    public init(in folder: String) async throws {
        self.folder = folder
        try await ChildProcess.run(
            ["openssl", "req", "-x509"] + Self.newKey
                + [
                    "-nodes", "-days", "2", "-subj", "/CN=Root", "-keyout", file("root.key"), "-out",
                    file("root.pem"),
                ]
        )
    }

    /// The path of a file.
    public func file(_ name: String) -> String { "\(folder)/\(name)" }

    /// Makes a certificate.
    ///
    /// - Parameters:
    ///   - name: The name of its files, without their endings.
    ///   - issuer: Who signs it, by the name of its files.
    ///   - host: The name that it is for.
    ///   - days: How long it is valid; less than 0: it has expired.
    ///   - isAuthority: Whether it can sign others.
    /// - Throws: `ChildProcess.Failure` where `openssl` cannot do it.
    public func makeCertificate(
        _ name: String,
        signedBy issuer: String = "root",
        host: String = "localhost",
        days: Int = 1,
        isAuthority: Bool = false
    ) async throws {
        try await ChildProcess.run(
            ["openssl", "req", "-new"] + Self.newKey
                + ["-nodes", "-subj", "/CN=\(host)"]
                + ["-addext", "subjectAltName=DNS:\(host)", "-addext", "basicConstraints=CA:\(isAuthority)"]
                + ["-keyout", file("\(name).key"), "-out", file("\(name).csr")]
        )
        try await ChildProcess.run([
            "openssl", "x509", "-req", "-in", file("\(name).csr"), "-copy_extensions", "copy", "-days",
            "\(days)",
            "-CA", file("\(issuer).pem"), "-CAkey", file("\(issuer).key"), "-CAcreateserial",
            "-out", file("\(name).pem"),
        ])
    }

    /// Serves one page with a certificate while `body` runs, by `openssl s_server`.
    ///
    /// - Parameters:
    ///   - name: The name of the certificate's files.
    ///   - arguments: What else is said to `openssl s_server`.
    ///   - body: What to do with it, given its URL.
    /// - Returns: What `body` returned.
    /// - Throws: What `body` throws, or why no server comes up.
    public func withServer<T: Sendable>(
        _ name: String,
        _ arguments: [String] = [],
        _ body: (_ url: String) async throws -> T
    ) async throws -> T {
        let port = try ListeningSocket().port
        let child = try ChildProcess(
            [
                "openssl", "s_server", "-accept", "127.0.0.1:\(port)", "-cert", file("\(name).pem"),
                "-key", file("\(name).key"), "-www",
            ] + arguments
        )
        for await line in child.lines where line.hasPrefix("ACCEPT") { break }
        let result: Result<T, any Error>
        do { result = .success(try await body("https://localhost:\(port)/")) } catch {
            result = .failure(error)
        }
        await child.end()
        return try result.get()
    }

    private static let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
}
