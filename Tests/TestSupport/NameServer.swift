/// A name server (dnsmasq) on a port of its own, which knows the zone `example` alone.
public enum NameServer {
    /// Runs `body` with a server.
    ///
    /// `a.example` has an address of each kind, a mail server and a text of two strings; `www.a.example` is an alias of it.
    ///
    /// - Parameter body: What to do with it, given its address: `127.0.0.1:PORT`.
    /// - Returns: What `body` returned.
    /// - Throws: What `body` throws, or why no server comes up.
    public static func withServer<T: Sendable>(
        _ body: (_ address: String) async throws -> T
    ) async throws -> T {
        let port = try ListeningSocket().port
        let child = try ChildProcess([
            "dnsmasq", "--no-daemon", "--port=\(port)",
            "--listen-address=127.0.0.1", "--bind-interfaces", "--no-resolv", "--no-hosts", "--pid-file=",
            "--user=", "--conf-file=/dev/null", "--local=/example/",
            "--host-record=a.example,192.0.2.1,2001:db8::1", "--cname=www.a.example,a.example",
            "--mx-host=a.example,mail.a.example,10", "--txt-record=a.example,v=spf1 -all,second",
        ])
        for await line in child.lines where line.contains("started") { break }
        let result: Result<T, any Error>
        do { result = .success(try await body("127.0.0.1:\(port)")) } catch { result = .failure(error) }
        await child.end()
        return try result.get()
    }
}
