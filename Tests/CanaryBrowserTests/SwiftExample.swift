import CanaryBrowser
import CanaryModel
import WebDriver

/// Signs in and looks for the dashboard.
func checkSignIn(at site: String, password: String) async throws {
    let launch = Launch(driver: .installed(try await .find()))
    try await withPage(launch, deadline: .now + .seconds(30)) { page in
        let deadline = ContinuousClock.now + .seconds(20)
        try await page.open(site + "/login", until: deadline)
        try await page.locator(.label("E-mail")).fill("canary-test@example.com", until: deadline)
        try await page.locator(.label("Password")).fill(password, until: deadline)
        try await page.locator(.css("#submit-login")).click(until: deadline)
        try await page.expect([Condition(.state(.visible, .css("#nav-menu")))], until: deadline)
    }
}
