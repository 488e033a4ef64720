import Foundation
import TestSupport
import Testing

@testable import WebDriver

@Suite("Session start", .serialized) struct SessionStartTests {
    private static let limit = Duration.seconds(30)

    @Test(
        "the page has exactly the size that was asked for, also in a new tab",
        .browser,
        arguments: ["chromium-headless-shell", "chromium"],
        [[1280, 720], [800, 1000]]
    )
    func viewport(_ browser: String, _ size: [Int]) async throws {
        var launch = try await launch(browser: browser)
        (launch.viewportWidth, launch.viewportHeight) = (size[0], size[1])
        let sizes = try await withSession(launch, deadline: .now + Self.limit) { live in
            let first = try await Self.size(live)
            let tab = try await live.session.send(.newWindow(.tab), deadline: .now + Self.limit)
            try await Self.send(live, .switchToWindow(tab.handle))
            return [first, try await Self.size(live)]
        }
        #expect(sizes == [size, size])
    }

    @Test("a page narrower than a window can be is had all the same", .browser)
    func narrowViewport() async throws {
        var launch = try await launch(browser: "chromium")
        (launch.viewportWidth, launch.viewportHeight) = (320, 480)
        let size = try await withSession(launch, deadline: .now + Self.limit) { try await Self.size($0) }
        #expect(size == [320, 480])
    }

    @Test("a driver of another version is refused before anything is run")
    func versionMismatch() async throws {
        try await withScript(
            "chromedriver \"$@\" | sed -u 's/Starting ChromeDriver [0-9]*/Starting ChromeDriver 99/'"
        ) {
            var launch = try await launch()
            launch.driver = .installed(try await Installation.find(driver: $0))
            let error = await #expect(throws: InstallationError.self) {
                try await withSession(launch, deadline: .now + Self.limit) { _ in
                    Issue.record("the body must not run")
                }
            }
            #expect(error?.code == .versionMismatch)
            #expect(error?.message.contains("99.") == true)
        }
    }

    @Test("a driver that floods its output before it listens is waited for, and no more than its end is kept")
    func flood() async throws {
        try await withScript(
            "yes 'nothing of note' | head -c 5000000; exec chromedriver \"$@\""
        ) {
            var launch = try await launch()
            launch.driver = .installed(try await Installation.find(driver: $0))
            try await withSession(launch, deadline: .now + Self.limit) { live in
                #expect(await live.isDriverAnswering(within: .seconds(5)))
            }
        }
    }

    @Test("of what a driver logs without end no more than the end is kept, and no file is written")
    func floodedLog() async throws {
        try await withScript("(while echo 'nothing of note' >&2; do :; done) & exec chromedriver \"$@\"") {
            var launch = try await launch()
            launch.driver = .installed(try await Installation.find(driver: $0))
            try await withSession(launch, deadline: .now + Self.limit) { live in
                let process = try #require(live.process)
                #expect(await live.isDriverAnswering(within: .seconds(5)))
                let tail = process.logTail(bytes: 4096)
                #expect(tail.hasSuffix("nothing of note") && tail.utf8.count < 4096)
                let files = try FileManager.default.contentsOfDirectory(atPath: process.folder.path)
                #expect(!files.contains { $0.hasSuffix(".log") }, "\(files)")
            }
        }
    }

    @Test("a browser that dies while it starts is told at once, with what it said")
    func browserDies() async throws {
        try await withScript("echo 'Missing X server or $DISPLAY' >&2; exit 1") { path in
            let launch = try await launch(browser: path)
            let start = ContinuousClock.now
            let error = await #expect(throws: LaunchError.self) {
                try await withSession(launch, deadline: .now + Self.limit) { _ in }
            }
            #expect(error?.code == .browserExited)
            #expect(error?.advice?.contains("xvfb-run") == true)
            #expect(error?.log.contains("Missing X server") == true)
            #expect(ContinuousClock.now - start < .seconds(10))
        }
    }

    @Test("a profile folder for the headless shell, which hangs on it, is refused at once")
    func profileOfHeadlessShell() async throws {
        var launch = try await launch(browser: "chromium-headless-shell")
        launch.arguments = ["--user-data-dir=/tmp/profile"]
        let error = await #expect(throws: LaunchError.self) {
            try await withSession(launch, deadline: .now + Self.limit) { _ in }
        }
        #expect(error?.advice?.contains("--browser chromium") == true)
    }

    @Test("a profile that somebody keeps is there after the end, and nothing else", .browser)
    func keptProfile() async throws {
        try await withTemporaryFolder { folder in
            var launch = try await launch(browser: "chromium")
            launch.arguments = ["--user-data-dir=\(folder)/profile"]
            try await withSession(launch, deadline: .now + Self.limit) { _ in }
            #expect(FileManager.default.fileExists(atPath: folder + "/profile/Default/Preferences"))
            #expect(!FileManager.default.fileExists(atPath: folder + "/profile/SingletonLock"))
        }
    }

    @Test("variables are added to the driver's environment, and those that are withheld are not in it")
    func environment() async throws {
        try await withScript("env > \"$0.env\"; exec chromedriver \"$@\"") { path in
            setenv("CANARY_TEST_SECRET", "s3cret", 1)
            defer { unsetenv("CANARY_TEST_SECRET") }
            var launch = try await launch()
            launch.driver = .installed(try await Installation.find(driver: path))
            launch.environment = ["TZ": "Asia/Tokyo"]
            launch.withheldVariables = ["CANARY_TEST_SECRET"]
            let zone = try await withSession(launch, deadline: .now + Self.limit) { live in
                let script = "return Intl.DateTimeFormat().resolvedOptions().timeZone"
                return try await live.session.send(
                    Command<String>.executeSync(script),
                    deadline: .now + Self.limit
                )
            }
            #expect(zone == "Asia/Tokyo")
            let environment = try String(contentsOfFile: path + ".env", encoding: .utf8)
            #expect(environment.contains("TMPDIR=") && !environment.contains("s3cret"))
            // Files are named in UTF-8, whatever the locale here.
            #expect(environment.contains("LC_CTYPE=C.UTF-8\n") && !environment.contains("LC_ALL="))
        }
    }

    @Test("a program that is not a driver is told with its output")
    func noDriver() async throws {
        try await withScript("echo hello; exit 7") { path in
            var launch = try await launch()
            launch.driver = .installed(try await Installation.find(driver: path))
            let error = await #expect(throws: LaunchError.self) {
                try await withSession(launch, deadline: .now + Self.limit) { _ in }
            }
            #expect(error?.code == .driverExited)
            #expect(error?.message.contains("exit status 7") == true)
            #expect(error?.log.contains("hello") == true)
        }
    }

    @Test("a driver that never listens is given up at the deadline")
    func silentDriver() async throws {
        try await withScript("exec sleep 60") { path in
            var launch = try await launch()
            launch.driver = .installed(try await Installation.find(driver: path))
            let start = ContinuousClock.now
            let error = await #expect(throws: LaunchError.self) {
                try await withSession(launch, deadline: .now + .milliseconds(300)) { _ in }
            }
            #expect(error?.code == .driverSilent)
            #expect(ContinuousClock.now - start < .seconds(10))
        }
    }

    @Test("a program that closes its output and lives on is given up and ended, long before the deadline")
    func closedOutput() async throws {
        try await withScript("echo $$ >\"$0.id\"; exec >&- 2>&-; sleep 60") { path in
            var launch = try await launch()
            launch.driver = .installed(try await Installation.find(driver: path))
            let start = ContinuousClock.now
            let error = await #expect(throws: LaunchError.self) {
                try await withSession(launch, deadline: .now + Self.limit) { _ in }
            }
            #expect(error?.code == .driverSilent)
            #expect(error?.message.contains("closed its output") == true)
            #expect(ContinuousClock.now - start < .seconds(10))
            let id = try String(contentsOfFile: path + ".id", encoding: .utf8)
            #expect(kill(try #require(pid_t(id.trimmingCharacters(in: .newlines))), 0) == -1)
        }
    }

    @Test("a start that waits for the end of such a program is cancelled at once")
    func closedOutputCancelled() async throws {
        try await withScript("exec >&- 2>&-; sleep 60") { path in
            var launch = try await launch()
            launch.driver = .installed(try await Installation.find(driver: path))
            let start = launch
            let task = Task { try await withSession(start, deadline: .now + Self.limit) { _ in } }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    @Test("a port that was taken on the second address is tried again")
    func addressInUse() async throws {
        let script = """
            if mkdir "$0.tried" 2>/dev/null; then echo 'bind() failed: Address already in use' >&2; exit 1; fi
            exec chromedriver "$@"
            """
        try await withScript(script) { path in
            var launch = try await launch()
            launch.driver = .installed(try await Installation.find(driver: path))
            let title = try await withSession(launch, deadline: .now + Self.limit) { live in
                try await live.session.send(.getTitle, deadline: .now + Self.limit)
            }
            #expect(title == "")
        }
    }

    @Test(
        "the driver answers while its browser is stuck, and killing the browser ends what is stuck",
        .browser
    )
    func stuckBrowser() async throws {
        try await withSession(try await launch(), deadline: .now + Self.limit) { live in
            let stuck = Task {
                try await live.session.send(
                    Command<Nothing>.executeSync("while (true) {}"),
                    deadline: .now + Self.limit
                )
            }
            #expect(await live.isDriverAnswering(within: .seconds(5)))
            let start = ContinuousClock.now
            live.killBrowser()
            await #expect(throws: WebDriverError.self) { try await stuck.value }
            #expect(ContinuousClock.now - start < .seconds(5))
            #expect(await !live.hasDriverExited)
        }
    }

    @Test("a cancelled start throws a cancellation")
    func cancelled() async throws {
        let launch = try await launch()
        let task = Task { try await withSession(launch, deadline: .now + Self.limit) { _ in } }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("a driver that runs already gets a session and loses it again", .browser)
    func remote() async throws {
        try await BareDriver.withDriver { driver in
            var launch = Launch(driver: .remote(driver.baseURL))
            if geteuid() == 0 { launch.arguments = ["--no-sandbox"] }
            let id = try await withSession(launch, deadline: .now + Self.limit) { live in
                let size = try await Self.size(live)
                #expect(size == [1280, 720])
                return live.session.id
            }
            let connection = try Connection(url: driver.baseURL)
            let sessions = try await connection.send(.getSessions, session: nil, deadline: .now + Self.limit)
            #expect(!id.isEmpty)
            #expect(sessions.isEmpty)
        }
    }

    private func launch(browser: String? = nil) async throws -> Launch {
        Launch(driver: .installed(try await Installation.find(browser: browser)))
    }

    private static func size(_ live: LiveSession) async throws -> [Int] {
        try await live.session.send(
            Command<[Int]>.executeSync("return [innerWidth, innerHeight]"),
            deadline: .now + limit
        )
    }

    private static func send(_ live: LiveSession, _ command: Command<Nothing>) async throws {
        _ = try await live.session.send(command, deadline: .now + limit)
    }

    /// Hands the path of a shell script to `body`.
    private func withScript(_ text: String, _ body: (String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/script"
            try await writeScript(text, to: path)
            try await body(path)
        }
    }
}
