import Foundation
import TestSupport
import Testing

@testable import WebDriver

@Suite("Installation") struct InstallationTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let files: [String: String]
        var isHeaded = false
        let driver: String
        let browser: String
        var testDescription: String { name }
    }

    static let program = "\u{7f}ELF"

    static let cases = [
        Case(
            name: "Debian: the headless shell itself, not the script before it",
            files: [
                "/usr/bin/chromedriver": program, "/usr/bin/chromium": "#!/bin/sh\n",
                "/usr/bin/chromium-headless-shell": "#!/bin/sh -e\n", "/usr/lib/chromium/chromium": program,
                "/usr/lib/chromium/chromium-headless-shell": program,
            ],
            driver: "/usr/bin/chromedriver",
            browser: "/usr/lib/chromium/chromium-headless-shell"
        ),
        Case(
            name: "Debian with a window: Chromium itself",
            files: [
                "/usr/bin/chromedriver": program, "/usr/bin/chromium": "#!/bin/sh\n",
                "/usr/bin/chromium-headless-shell": "#!/bin/sh -e\n", "/usr/lib/chromium/chromium": program,
                "/usr/lib/chromium/chromium-headless-shell": program,
            ],
            isHeaded: true,
            driver: "/usr/bin/chromedriver",
            browser: "/usr/lib/chromium/chromium"
        ),
        Case(
            name: "Debian without the headless shell",
            files: [
                "/usr/bin/chromedriver": program, "/usr/bin/chromium": "#!/bin/sh\n",
                "/usr/lib/chromium/chromium": program,
            ],
            driver: "/usr/bin/chromedriver",
            browser: "/usr/lib/chromium/chromium"
        ),
        Case(
            name: "Google's package: the program beside its script",
            files: [
                "/usr/local/bin/chromedriver": program, "/opt/google/chrome/google-chrome": "#!/bin/bash\n",
                "/opt/google/chrome/chrome": program,
            ],
            driver: "/usr/local/bin/chromedriver",
            browser: "/opt/google/chrome/chrome"
        ),
        Case(
            name: "archives of Chrome for Testing",
            files: [
                "/opt/chromedriver-linux64/chromedriver": program, "/opt/chrome-linux64/chrome": program,
                "/opt/chrome-headless-shell-linux64/chrome-headless-shell": program,
            ],
            driver: "/opt/chromedriver-linux64/chromedriver",
            browser: "/opt/chrome-headless-shell-linux64/chrome-headless-shell"
        ),
        Case(
            name: "PATH comes before the usual places",
            files: [
                "/own/chromedriver": program, "/own/chromium": program, "/usr/bin/chromedriver": program,
                "/usr/bin/chromium": program,
            ],
            driver: "/own/chromedriver",
            browser: "/own/chromium"
        ),
        Case(
            name: "somebody's own script stays",
            files: ["/own/chromedriver": program, "/own/chromium": "#!/bin/sh\n", "/own/chrome": program],
            driver: "/own/chromedriver",
            browser: "/own/chromium"
        ),
    ]

    @Test("finds driver and browser", arguments: cases)
    func finds(_ example: Case) async throws {
        try await withRoot(example.files) { root in
            let found = try Installation.find(
                driver: nil,
                browser: nil,
                isHeaded: example.isHeaded,
                search: search(root)
            )
            #expect(found.driverPath == root + example.driver)
            #expect(found.browserPath == root + example.browser)
        }
    }

    @Test("says what is missing, where it was looked for and what installs it")
    func missing() async throws {
        try await withRoot(["/usr/bin/chromedriver": Self.program]) { root in
            let error = #expect(throws: InstallationError.self) {
                try Installation.find(driver: nil, browser: nil, isHeaded: false, search: search(root))
            }
            #expect(error?.code == .browserMissing)
            #expect(error?.searched.contains(root + "/own/chromium-headless-shell") == true)
            #expect(error?.searched.contains(root + "/usr/bin/google-chrome") == true)
            #expect(error?.advice.contains("apt-get install chromium") == true)
        }
    }

    @Test(
        "takes a folder or a file that cannot be executed for no driver",
        arguments: ["/usr", "/usr/bin/plain"]
    )
    func notExecutable(_ path: String) async throws {
        try await withRoot(["/usr/bin/chromium": Self.program]) { root in
            try Data().write(to: URL(fileURLWithPath: root + "/usr/bin/plain"))
            let error = #expect(throws: InstallationError.self) {
                try Installation.find(
                    driver: root + path,
                    browser: nil,
                    isHeaded: false,
                    search: search(root)
                )
            }
            #expect(error?.code == .notExecutable)
        }
    }

    @Test("the installed browser is started by its own program")
    func installed() async throws {
        let found = try await Installation.find()
        let file = try #require(FileHandle(forReadingAtPath: found.browserPath))
        #expect(try file.read(upToCount: 4) == Data(Self.program.utf8))
    }

    @Test(
        "a driver takes its own major version and the next",
        arguments: [
            ("156.0.1", "156.0.9", true), ("156.0.1", "157.0.1", true), ("156.0.1", "158.0.1", false),
            ("156.0.1", "155.0.1", false), ("?", "155.0.1", true),
        ]
    )
    func versions(_ driver: String, _ browser: String, _ isGood: Bool) {
        do throws(InstallationError) {
            try VersionPair(driver: driver, browser: browser).check()
            #expect(isGood)
        } catch {
            #expect(!isGood)
            #expect(error.code == .versionMismatch)
        }
    }

    private func search(_ root: String) -> ExecutableSearch {
        ExecutableSearch(path: root + "/own", home: root + "/home", root: root)
    }

    private func withRoot(_ files: [String: String], _ body: (String) throws -> Void) async throws {
        try await withTemporaryFolder { root in
            for (path, text) in files {
                let folder = URL(fileURLWithPath: root + path).deletingLastPathComponent().path
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: URL(fileURLWithPath: root + path))
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o755],
                    ofItemAtPath: root + path
                )
            }
            try body(root)
        }
    }

    @Test(
        "the headless shell is known by its name, by a link to it, and by a script in front of it",
        arguments: [
            ("chrome-headless-shell", nil, program, true), ("headless_shell", nil, program, true),
            ("browser", "chrome-headless-shell", program, true), ("browser", "chrome", program, false),
            ("browser", nil, "#!/bin/sh\nexec /opt/chrome-headless-shell \"$@\"\n", true),
            ("browser", nil, "#!/bin/sh\nexec /opt/chrome \"$@\"\n", false),
            ("browser", nil, program + " headless-shell", false), ("missing", "nowhere", program, false),
        ] as [(String, String?, String, Bool)]
    )
    func headlessShell(name: String, target: String?, content: String, isShell: Bool) async throws {
        try await withTemporaryFolder { folder in
            if name != "missing" {
                try content.write(toFile: "\(folder)/\(target ?? name)", atomically: true, encoding: .utf8)
            }
            if let target {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(folder)/\(name)",
                    withDestinationPath: target
                )
            }
            let installation = Installation(driverPath: "/driver", browserPath: "\(folder)/\(name)")
            #expect(installation.isHeadlessShell == isShell)
        }
    }

    @Test(
        "what a machine has not enough of is told by the log",
        arguments: [
            (
                "[ERROR:platform_thread_posix.cc(162)] pthread_create: Resource temporarily unavailable (11)",
                "ulimit -u"
            ),
            ("[FATAL:message_pump_epoll.cc:143] Check failed: . : Too many open files (24)", "ulimit -n"),
            ("write: No space left on device (28)", "disk is full"),
            ("mmap: Cannot allocate memory (12)", "memory"),
            ("recv: Resource temporarily unavailable (11)", nil), ("No usable sandbox!", nil),
        ] as [(String, String?)]
    )
    func shortage(log: String, words: String?) {
        let advice = LaunchAdvice.forShortage(in: log)
        #expect(words.map { advice?.contains($0) == true } ?? (advice == nil), "\(advice ?? "")")
        #expect(advice == nil || LaunchAdvice.forLog(log) == advice)
    }
}
