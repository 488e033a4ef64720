import Foundation
import TestSupport
import Testing

@testable import WebDriver

/// A page of this machine that knows where a driver listens can start programs with it, unless its browser refuses.
@Suite("The driver's port", .serialized, .timeLimit(.minutes(5))) struct DriverPortTests {
    private static let limit = Duration.seconds(60)

    @Test("is one that the browser refuses to connect to, whichever it is")
    func refused() async throws {
        try await withBrowserSession { session in
            for number in DriverPort.restricted {
                // Navigate To reports no error here: the browser's own page is shown.
                let command = Command<Navigated>.executeCDP(
                    "Page.navigate",
                    ["url": "http://127.0.0.1:\(number)/"]
                )
                let error = try await session.send(command).errorText
                #expect(error == "net::ERR_UNSAFE_PORT", "\(number)")
            }
        }
    }

    @Test(
        "takes no session from a page, be it by a request, a worker, a window, a form or a socket",
        arguments: ["request", "worker", "window", "form", "socket"]
    )
    func attacked(way: String) async throws {
        try await withTemporaryFolder { folder in
            try await writeScript("touch \"\(folder)/$(basename \"$0\").started\"", to: folder + "/open")
            try await writeScript("touch \"\(folder)/$(basename \"$0\").started\"", to: folder + "/own")
            try await RawServer.withServer(serve: { Self.serve($0) }) { site in
                try await BareDriver.withDriver { bare in
                    try await session { live in
                        let own = live.session.connection.url
                        try await live.session.send(.navigate(to: site.baseURL))
                        try await attack(own, "\(folder)/own", way, live.session)
                        // The same from the same page starts a program with a driver on any other port.
                        try await attack(bare.baseURL, "\(folder)/open", way, live.session)
                        #expect(try await appears("\(folder)/open.started"))
                        let sessions = try await live.session.connection.send(
                            .getSessions,
                            session: nil,
                            deadline: .now + Self.limit
                        )
                        #expect(sessions.count == 1)
                    }
                }
            }
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/own.started"))
        }
    }

    @Test("is one for each driver, and any free one where all are held; pages then do not know its path")
    func held() async throws {
        var held: [DriverPort] = []
        while let port = DriverPort.take() { held.append(port) }
        #expect(Set(held.map(\.number)).count == held.count)
        #expect(Set(held.map(\.number)).isSubset(of: DriverPort.restricted))
        try await session { live in
            let parts = try #require(URLComponents(string: live.session.connection.url))
            #expect(!DriverPort.restricted.contains(UInt16(parts.port ?? 0)))
            #expect(parts.path.count > 16)
            let bare = try Connection(url: "http://127.0.0.1:\(parts.port ?? 0)")
            await #expect(throws: WebDriverError.self) { try await bare.status(deadline: .now + Self.limit) }
        }
        #expect(!held.isEmpty)
        held = []
        #expect(DriverPort.take() != nil)
    }

    @Test("that another program listens on is passed over")
    func taken() throws {
        let first = try #require(DriverPort.take())
        let next = try #require(DriverPort.take())
        #expect(first.number != next.number)
        let other = try #require(DriverPort.take(besides: [first.number, next.number]))
        #expect(other.number != first.number && other.number != next.number)
    }

    private func session(_ body: (LiveSession) async throws -> Void) async throws {
        try await BrowserSlots.withSlot {
            let launch = Launch(driver: .installed(try await Installation.find()))
            try await withSession(launch, deadline: .now + Self.limit, body)
        }
    }

    /// Lets the page try, and waits until that has come to something.
    private func attack(_ driver: String, _ program: String, _ way: String, _ session: Session) async throws {
        let script = """
            const [driver, program, way] = arguments;
            const options = {"goog:chromeOptions": {binary: program, args: ["--no-sandbox"]}};
            const body = JSON.stringify({capabilities: {alwaysMatch: options}, "x": "="});
            const post = `fetch(${JSON.stringify(driver + "/session")},
              {method: "POST", mode: "no-cors", body: ${JSON.stringify(body)}}).then(() => 1, () => 0)`;
            const form = (document, target) => {
              const form = document.body.appendChild(document.createElement("form"));
              Object.assign(form, {action: driver + "/session", method: "POST", enctype: "text/plain", target});
              const field = form.appendChild(document.createElement("input"));
              [field.name, field.value] = body.split("=", 2);
              form.submit();
            };
            const ways = {
              request: () => eval(post),
              worker: () => new Promise(done => {
                const code = new Blob([post + ".then(postMessage)"], {type: "text/javascript"});
                new Worker(URL.createObjectURL(code)).onmessage = done;
              }),
              window: () => open("about:blank").eval(post),
              form: () => new Promise(done => {
                const frame = document.body.appendChild(document.createElement("iframe"));
                frame.name = "f" + Math.random();
                form(document, frame.name);
                frame.onload = done;
                setTimeout(done, 1000);  // the browser's own error page may not count as loaded
              }),
              socket: () => new Promise(done => {
                const socket = new WebSocket(driver.replace("http", "ws") + "/session");
                socket.onerror = socket.onmessage = done;
                socket.onopen = () => socket.send(JSON.stringify(
                  {id: 1, method: "session.new", params: {capabilities: {alwaysMatch: options}}}));
              }),
            };
            return Promise.resolve(ways[way]()).then(() => true);
            """
        let isDone = try await session.send(
            Command<Bool>.executeSync(script, arguments: [driver, program, way]),
            deadline: .now + Self.limit
        )
        #expect(isDone)
    }

    private func appears(_ path: String) async throws -> Bool {
        let deadline = ContinuousClock.now + Self.limit
        while !FileManager.default.fileExists(atPath: path) {
            if ContinuousClock.now > deadline { return false }
            try await Task.sleep(for: .milliseconds(5))
        }
        return true
    }

    private static func serve(_ connection: RawConnection) {
        while connection.readRequest() != nil {
            let page = "<!doctype html><title>Site</title><body></body>"
            connection.write(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: \(page.utf8.count)\r\n\r\n\(page)"
            )
        }
    }
}

/// The answer of the DevTools protocol's `Page.navigate`.
private struct Navigated: Decodable, Sendable {
    let errorText: String?
}
