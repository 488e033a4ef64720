import CanaryBrowser
import CanaryModel
import Foundation
import TestSupport
import Testing
import WebDriver

@Suite("A tab that crashes") struct TabCrashTests {
    @Test(
        "is the site's affair, unless the browser has said that the machine has not enough for it",
        arguments: [
            ("nothing of note", .crash, "/dev/shm"),
            ("pthread_create: Resource temporarily unavailable (11)", .browserGone, "ulimit -u"),
        ] as [(String, FailureCode, String)]
    )
    func crash(said: String, code: FailureCode, help: String) async throws {
        try await withTemporaryFolder { folder in
            let browser = try await Installation.find().browserPath
            try await writeScript(
                "#!/bin/sh\necho '\(said)' >&2\nexec \(browser) \"$@\"\n",
                to: folder + "/browser"
            )
            try await BrowserSlots.withSlot {
                let launch = Launch(driver: .installed(try await .find(browser: folder + "/browser")))
                try await CanaryBrowser.withPage(launch, deadline: within(.seconds(30))) { page in
                    let error = try await browserError {
                        try await page.open("chrome://crash", until: within(.seconds(10)))
                    }
                    #expect(error.code == code, "\(error)")
                    #expect(error.help?.contains(help) == true, "\(error.help ?? "")")
                }
            }
        }
    }
}
