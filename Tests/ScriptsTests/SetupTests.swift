import Testing

@Suite("scripts/setup") struct SetupTests {
    @Test(
        "apt installs what is missing and nothing else",
        arguments: [
            (Machine.complete("all there"), []),
            (
                .complete(
                    "no browser",
                    without: "chromedriver",
                    "chromium-driver",
                    "chromium-headless-shell"
                ),
                ["chromium-driver", "chromium-headless-shell"]
            ),
            (
                .complete("full browser only", without: "chromium-headless-shell"),
                ["chromium-headless-shell"]
            ),
            (
                .complete("a driver from elsewhere", without: "chromium-driver", "chromium-headless-shell"),
                []
            ),
            (
                .complete("no fonts", without: "fonts-liberation", "fonts-noto-color-emoji"),
                ["fonts-liberation", "fonts-noto-color-emoji"]
            ),
            (
                .complete("no headers", without: "libcurl4-openssl-dev", "libssl-dev", "libsqlite3-dev"),
                ["libcurl4-openssl-dev", "libssl-dev", "libsqlite3-dev"]
            ),
            (.complete("no library of the server", without: "libmicrohttpd12"), ["libmicrohttpd12"]),
            (.complete("no tools of the tests", without: "xmllint", "jq"), []),
        ]
    )
    func installs(_ machine: Machine, _ packages: [String]) async throws {
        let output = try await machine.setUp()
        #expect(output == installing(packages) + ["exit 0"])
    }

    @Test("--tests asks for the tools of the tests too")
    func tools() async throws {
        let output = try await Machine.complete(without: "openssl", "xmllint", "cmark-gfm").setUp("--tests")
        #expect(output == installing(["openssl", "libxml2-utils", "cmark-gfm"]) + ["exit 0"])
    }

    @Test("who is not root installs through sudo, and a helper of the sandbox where nothing else makes one")
    func sudo() async throws {
        var machine = Machine.complete()
        machine.userID = 1000
        #expect(try await machine.setUp() == ["exit 0"])
        machine.hasUserNamespaces = false
        let output = try await machine.setUp()
        let expected = [
            "setup: installing chromium-sandbox",
            "sudo apt-get update",
            "sudo apt-get install --yes --no-install-recommends chromium-sandbox",
            "exit 0",
        ]
        #expect(output == expected)
    }

    @Test("who is neither root nor has sudo is told what root is to install")
    func neitherRootNorSudo() async throws {
        var machine = Machine.complete(without: "fonts-liberation", "sudo")
        machine.userID = 1000
        let output = try await machine.setUp()
        #expect(
            output == ["setup: neither root nor sudo; as root: apt-get install fonts-liberation", "exit 1"]
        )
    }

    @Test("chromium serves where apt has no headless shell")
    func fullBrowser() async throws {
        var machine = Machine.complete(without: "chromium-headless-shell")
        machine.unknownPackages = ["chromium-headless-shell"]
        let output = try await machine.setUp()
        #expect(output.suffix(2) == ["apt-get install --yes --no-install-recommends chromium", "exit 0"])
    }

    @Test("the library of the server has another name in newer systems")
    func renamedLibrary() async throws {
        var machine = Machine.complete(without: "libmicrohttpd12")
        machine.unknownPackages = ["libmicrohttpd12"]
        let output = try await machine.setUp()
        #expect(
            output.suffix(2) == [
                "apt-get install --yes --no-install-recommends libmicrohttpd12t64", "exit 0",
            ]
        )
        machine.packages.insert("libmicrohttpd12t64")
        #expect(try await machine.setUp() == ["exit 0"])
    }

    @Test("where apt has no driver, it says what to install instead")
    func noDriver() async throws {
        var machine = Machine.complete(without: "chromedriver", "chromium-driver")
        machine.unknownPackages = ["chromium-driver"]
        let output = try await machine.setUp()
        let message =
            "setup: apt knows no chromium-driver here; "
            + "install Chrome or Chromium and the chromedriver of its version"
        #expect(output.suffix(2) == [message, "exit 1"])
    }

    @Test("a system without apt is told the packages")
    func noApt() async throws {
        let output = try await Machine.complete(without: "pkg-config", "apt-get").setUp()
        let expected = [
            "setup: this system has no apt-get; install by its own means what Debian calls:",
            "setup: pkg-config libcurl4-openssl-dev libssl-dev libsqlite3-dev",
            "exit 1",
        ]
        #expect(output == expected)
    }

    @Test(
        "a toolchain that is missing or too old is asked for, before anything is installed",
        arguments: [
            (
                nil,
                "there is no 'swift' in PATH: install Swift 6.2 or later from https://www.swift.org/install"
            ),
            ("6.1.2", "Swift 6.1 is too old: install 6.2 or later from https://www.swift.org/install"),
            ("5.10", "Swift 5.10 is too old: install 6.2 or later from https://www.swift.org/install"),
        ]
    )
    func toolchain(_ version: String?, _ message: String) async throws {
        var machine = Machine.complete(without: "fonts-liberation")
        machine.swiftVersion = version
        let output = try await machine.setUp()
        #expect(output == ["setup: \(message)", "exit 1"])
    }

    @Test("an unknown option is refused")
    func unknownOption() async throws {
        let output = try await Machine.complete().setUp("--test")
        #expect(output == ["setup: unknown option '--test'; usage: scripts/setup [--tests]", "exit 1"])
    }

    /// What a set-up prints that installs these packages.
    private func installing(_ packages: [String]) -> [String] {
        guard !packages.isEmpty else { return [] }
        let names = packages.joined(separator: " ")
        return [
            "setup: installing \(names)",
            "apt-get update",
            "apt-get install --yes --no-install-recommends \(names)",
        ]
    }
}
