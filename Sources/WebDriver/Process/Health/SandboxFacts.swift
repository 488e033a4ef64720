import Foundation

/// What a browser's sandbox depends on.
struct SandboxFacts: Sendable, Hashable {
    /// Whether root runs it: then Chromium refuses its sandbox.
    var isRoot = false
    /// Whether there is a set-user-id helper beside the browser, which needs no user namespaces.
    var hasHelper = false
    /// The setting that keeps user namespaces from its user: `kernel.unprivileged_userns_clone=0`.
    var obstacle: String?
    /// The setting that would not.
    var remedy: String?

    /// The machine as it is.
    static func seen(browser: String?) -> Self {
        var facts = Self(isRoot: geteuid() == 0, hasHelper: browser.map(hasHelper(beside:)) ?? false)
        for (name, bad, good) in settings {
            let path = "/proc/sys/" + name.replacing(".", with: "/")
            guard let text = FileManager.default.contents(atPath: path),
                String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) == bad
            else { continue }
            facts.obstacle = "\(name)=\(bad)"
            facts.remedy = "\(name)=\(good)"
            break
        }
        return facts
    }

    private static func hasHelper(beside browser: String) -> Bool {
        let folder = URL(fileURLWithPath: browser).deletingLastPathComponent().path
        return ["chrome-sandbox", "chrome_sandbox"].contains { name in
            var status = stat()
            return stat("\(folder)/\(name)", &status) == 0 && status.st_mode & S_ISUID != 0
        }
    }

    // Each with the value that forbids and one that allows: Debian's, Ubuntu's, the kernel's.
    private static let settings = [
        ("kernel.unprivileged_userns_clone", "0", "1"),
        ("kernel.apparmor_restrict_unprivileged_userns", "1", "0"),
        ("user.max_user_namespaces", "0", "10000"),
    ]
}
