import CanaryModel
import CanaryRunner
import DemoSite
import StepExecutors
import TestSupport
import Testing
import WebDriver

@Suite("Running flows on a driver that runs somewhere") struct RemoteDriverTests {
    @Test("a session is opened on it and ended, and the driver stays")
    func remote() async throws {
        try await BareDriver.withDriver { driver in
            let flow = flow(
                ##"{ open: "/" }, { click: "#login-btn", expect: { visible: "#username" } }"##,
                more: ##"browser: { args: ["--no-sandbox", "--headless=new"] },"##
            )
            let run = try await run(flow, browser: { $0.driver = driver.baseURL })
            #expect(try run.attempt().failure == nil)
            let connection = try Connection(url: driver.baseURL)
            let left = try await connection.send(.getSessions, session: nil, deadline: .now + .seconds(5))
            #expect(left.isEmpty)
        }
    }

    @Test("files to upload are handed to it")
    func upload() async throws {
        try await BareDriver.withDriver { driver in
            let flow = flow(
                ##"{ open: "/cases/forms" }, { upload: "#file", files: ["users.csv"] }, { click: "#submit" }"##,
                more: ##"browser: { args: ["--no-sandbox", "--headless=new"] },"##
            )
            let run = try await run(flow, browser: { $0.driver = driver.baseURL })
            #expect(try run.attempt().failure == nil)
            let part = run.requests.last { $0.method == "POST" }?.parts.first { $0.name == "file" }
            #expect(part?.fileName == "users.csv")
            #expect(part?.body.isEmpty == false)
        }
    }

    @Test("the time zone is set in it, which is started without its variable")
    func timezone() async throws {
        try await BareDriver.withDriver { driver in
            let flow = flow(
                """
                { open: "/cases/targets" },
                { script: "return Intl.DateTimeFormat().resolvedOptions().timeZone", save: "ZONE" },
                { open: "/cases/echo?zone=${ZONE}",
                  expect: { text: "testid=zone", equals: "Pacific/Auckland" } },
                """,
                more:
                    ##"browser: { timezone: "Pacific/Auckland", args: ["--no-sandbox", "--headless=new"] },"##
            )
            let run = try await run(flow, browser: { $0.driver = driver.baseURL })
            #expect(try run.attempt().failure == nil)
        }
    }

    @Test("an address that is none is not tried again")
    func badAddress() async throws {
        let run = try await run(select: ["login.canary.json5"], browser: { $0.driver = "ftp://127.0.0.1" })
        #expect(run.result.outcome == .error)
        #expect(run.result.flows[0].attempts.count == 1)
    }

    @Test("a browser that does not start there comes with where to look, and is tried again")
    func browserExits() async throws {
        // Told to print its version, a browser does so and ends.
        let flow = flow(##"{ open: "/" }"##, more: ##"browser: { args: ["--version"] },"##)
        try await BareDriver.withDriver { driver in
            let run = try await run(flow, browser: { $0.driver = driver.baseURL })
            #expect(run.result.outcome == .error)
            #expect(run.result.flows[0].attempts.count == 2)
            #expect(try run.attempt().failure?.help?.contains("the log of that driver says why") == true)
        }
    }

    @Test("one that is not there is told as the driver's fault, and not tried again")
    func absent() async throws {
        let closed = try await DemoSite.withSite { $0.baseURL }
        for (driver, cause) in [(closed, "refused"), ("http://no-such-host.invalid:4444", "not resolved")] {
            let run = try await run(select: ["login.canary.json5"], browser: { $0.driver = driver })
            #expect(run.result.outcome == .error)
            #expect(run.result.flows[0].attempts.count == 1)
            #expect(try run.attempt().failure?.message.contains(cause) == true)
        }
    }
}
