public import Foundation

/// A real web server for tests.
public struct Nginx: Sendable {
    /// Where it listens: `http://127.0.0.1:PORT`.
    public let baseURL: String
    /// The same with TLS, with a certificate for `localhost` that nobody has signed.
    public let secureURL: String
    /// The port of ``baseURL``.
    public let port: Int
    /// The folder it serves where a location does not say otherwise.
    public let folder: String

    /// Starts a server, hands it to `body`, and kills it whatever happens.
    ///
    /// - Parameters:
    ///   - locations: What goes into the `server` block of its configuration.
    ///   - files: Files to serve, by name.
    ///   - body: What to do with it.
    /// - Returns: What `body` returned.
    /// - Throws: What `body` throws; `ChildProcess.Failure` where no server comes up.
    public static func withServer<T: Sendable>(
        _ locations: String,
        files: [String: Data] = [:],
        _ body: (Nginx) async throws -> T
    ) async throws -> T {
        try await withTemporaryFolder { folder in
            for (name, content) in files { try content.write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
            try await makeCertificate(in: folder)
            let ports = try [ListeningSocket(), ListeningSocket()].map(\.port)
            let text = configuration(folder, ports[0], ports[1], locations)
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/nginx.conf"))
            let child = try ChildProcess([
                "nginx", "-p", folder, "-e", "stderr", "-c", "\(folder)/nginx.conf",
            ])
            let server = Nginx(
                baseURL: "http://127.0.0.1:\(ports[0])",
                secureURL: "https://localhost:\(ports[1])",
                port: ports[0],
                folder: folder
            )
            try await waitUntilReady(folder, child)
            let result: Result<T, any Error>
            do { result = .success(try await body(server)) } catch { result = .failure(error) }
            await child.end()
            return try result.get()
        }
    }

    /// It writes its process id once its ports are open.
    private static func waitUntilReady(_ folder: String, _ child: ChildProcess) async throws {
        for _ in 0..<2000 where !child.hasEnded {
            if FileManager.default.fileExists(atPath: "\(folder)/nginx.pid") { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        await child.end()
        let output = await child.lines.reduce(into: [String]()) { $0.append($1) }
        throw ChildProcess.Failure(description: "nginx did not start:\n\(output.joined(separator: "\n"))")
    }

    private static func makeCertificate(in folder: String) async throws {
        try await ChildProcess.run([
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-days", "1", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
            "-keyout", "\(folder)/key.pem", "-out", "\(folder)/certificate.pem",
        ])
    }

    private static func configuration(
        _ folder: String,
        _ port: Int,
        _ securePort: Int,
        _ locations: String
    ) -> String {
        """
        daemon off;
        master_process off;
        pid \(folder)/nginx.pid;
        events {}
        http {
            access_log off;
            default_type text/plain;
            client_max_body_size 0;
            client_body_temp_path \(folder);
            proxy_temp_path \(folder);
            fastcgi_temp_path \(folder);
            uwsgi_temp_path \(folder);
            scgi_temp_path \(folder);
            ssl_certificate \(folder)/certificate.pem;
            ssl_certificate_key \(folder)/key.pem;
            server {
                listen 127.0.0.1:\(port);
                listen 127.0.0.1:\(securePort) ssl http2;
                root \(folder);
                \(locations)
            }
        }
        """
    }
}
