import Synchronization
import TestSupport

/// Pages that lead to documents which come as they should not, though their bodies look right.
func withLandingPages<T: Sendable>(_ body: (_ baseURL: String) async throws -> T) async throws -> T {
    let counts = Counts()
    return try await RawServer.withServer { connection in
        guard let request = connection.readRequest() else { return }
        let words = request.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count > 1 else { return }
        let path = String(words[1].prefix { $0 != "?" })
        answer(connection, path, times: counts.next(words[1]))
    } _: { server in
        try await body(server.baseURL)
    }
}

private final class Counts: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    /// How often a path with its query was asked for, this time included.
    func next(_ path: String) -> Int {
        counts.withLock { counts in
            counts[path, default: 0] += 1
            return counts[path] ?? 0
        }
    }
}

private let start = """
    <a id=broken href=/broken>a</a> <a id=missing href=/missing>b</a> <a id=window href=/broken target=_blank>c</a>
    <a id=replace href=# onclick="location.replace('/broken'); return false">d</a> <a id=refresh href=/refresh>e</a>
    <a id=route href=# onclick="history.pushState(0, '', '/route'); return false">f</a> <a id=drop href=/drop>g</a>
    <a id=loop href=/loop>h</a> <a id=half href=/half>i</a> <a id=redirected-half href=/to-half>j</a>
    <a id=restarting href=/restarting>k</a> <a id=restarting-too href=/restarting?2>p</a> <a id=none href=/no-content>l</a> <a id=fine href=/fine>m</a>
    <form method=post action=/broken><input id=field name=a><button id=send>n</button></form>
    <form method=post action=/posted><button id=post>o</button></form>
    """

private func answer(_ connection: RawConnection, _ path: String, times: Int) {
    let fine = "<h1>Fine</h1>"
    switch path {
    case "/start": reply(connection, "200 OK", start)
    case "/fine": reply(connection, "200 OK", fine)
    case "/posted":
        reply(connection, "200 OK", "\(fine)<a id=on href=/fine>on</a>", "Cache-Control: no-store")
    case "/broken": reply(connection, "500 Internal Server Error", fine)
    case "/missing": reply(connection, "404 Not Found", fine)
    case "/refresh":
        reply(connection, "200 OK", "<meta http-equiv=refresh content='0; url=/broken'><p>Wait</p>")
    case "/loop": reply(connection, "303 See Other", "", "Location: /loop")
    case "/to-half": reply(connection, "303 See Other", "", "Location: /half")
    case "/no-content": connection.write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
    case "/turns":
        reply(connection, times == 1 ? "200 OK" : "503 Service Unavailable", fine, "Cache-Control: no-store")
    case "/restarting" where times == 1:
        reply(
            connection,
            "503 Service Unavailable",
            "\(fine)<script>setTimeout(() => location.reload(), 300)</script>"
        )
    case "/restarting": reply(connection, "200 OK", "\(fine)<p id=back>Back</p>")
    case "/drop": connection.reset()
    case "/half":
        connection.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9000\r\n\r\n\(fine)")
        connection.write(String(repeating: "<p>text</p>", count: 300))
    default: reply(connection, "404 Not Found", "none")
    }
}

private func reply(_ connection: RawConnection, _ status: String, _ body: String, _ header: String = "X-A: 1")
{
    let page = "<!doctype html><title>Page</title>\(body)"
    connection.write(
        "HTTP/1.1 \(status)\r\nContent-Type: text/html\r\nContent-Length: \(page.utf8.count)\r\n\(header)\r\n"
            + "Connection: close\r\n\r\n\(page)"
    )
}
