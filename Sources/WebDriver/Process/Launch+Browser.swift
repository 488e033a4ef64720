import Foundation

extension Launch {
    /// What the session is asked for, when the driver is ours.
    func capabilities(of installation: Installation, profile: String, isRoot: Bool) -> Capabilities {
        var set = commonCapabilities
        var options = ChromeOptions()
        options.binary = installation.browserPath
        options.args = merged(defaults(of: installation, profile: profile, isRoot: isRoot))
        set.chromeOptions = options
        set.loggingPrefs = loggingPreferences
        return Capabilities(alwaysMatch: set)
    }

    /// What the session is asked for on a driver that runs somewhere: Chrome, or else whatever it has.
    var remoteCapabilities: Capabilities {
        var chrome = CapabilitySet()
        chrome.browserName = "chrome"
        var options = ChromeOptions()
        let size = "--window-size=\(viewportWidth),\(viewportHeight + Self.headlessFrameHeight)"
        options.args = merged((isHeaded ? [] : ["--headless=new"]) + [size, Self.keptFrame])
        chrome.chromeOptions = options
        chrome.loggingPrefs = loggingPreferences
        return Capabilities(alwaysMatch: commonCapabilities, firstMatch: [chrome, CapabilitySet()])
    }

    /// Whether the browser runs without its sandbox.
    func isSandboxOff(isRoot: Bool) -> Bool {
        isRoot || arguments.contains("--no-sandbox") || arguments.contains("no-sandbox")
    }

    /// The folder of a profile that somebody else wants to keep.
    var keptProfile: String? {
        arguments.lazy.compactMap { argument in
            argument.firstRange(of: "user-data-dir=").map { String(argument[$0.upperBound...]) }
        }.first
    }

    // What a window of the new headless mode has above its page, in Chromium 156; corrected after the start where it
    // is another height.
    static let headlessFrameHeight = 143

    private var commonCapabilities: CapabilitySet {
        var set = CapabilitySet()
        if acceptsInsecureCertificates { set.acceptInsecureCerts = true }
        set.pageLoadStrategy = pageLoadStrategy
        set.timeouts = timeouts
        set.proxy = proxy
        set.unhandledPromptBehavior = unhandledPromptBehavior
        return set
    }

    private func defaults(of installation: Installation, profile: String, isRoot: Bool) -> [String] {
        var list = Self.always
        if isRoot { list.append("--no-sandbox") }
        if SharedMemory.isSmall { list.append("--disable-dev-shm-usage") }
        if installation.isHeadlessShell {
            // No --user-data-dir: with one the headless shell never starts.
            return list + Self.shell + ["--window-size=\(viewportWidth),\(viewportHeight)"]
        }
        if !isHeaded { list.append("--headless=new") }
        let height = viewportHeight + Self.headlessFrameHeight
        return list + Self.desktop + [
            "--user-data-dir=\(profile)", "--window-size=\(viewportWidth),\(height)",
        ]
    }

    /// The defaults without those that the launch's own arguments set; lists of features are joined.
    private func merged(_ defaults: [String]) -> [String] {
        let own = Set(arguments.map(Self.name))
        let joined = arguments.map { argument in
            let name = Self.name(argument)
            let list = defaults.first { Self.name($0) == name }?.drop { $0 != "=" }.dropFirst()
            guard name == "enable-features" || name == "disable-features", let list else { return argument }
            return argument + (argument.contains("=") ? "," : "=") + list
        }
        return defaults.filter { !own.contains(Self.name($0)) } + joined
    }

    private static func name(_ argument: String) -> Substring {
        let bare = argument.drop { $0 == "-" }
        return bare.prefix { $0 != "=" }
    }

    // A document of the same site gets the frame of the one before: a picture that was asked for just before it comes is
    // taken of it. Else it is lost now and then, and the driver waits for it for good (Chromium 156: 13 of 180 that
    // were asked for as a page went on, none of 220 so; of a document of another site 6 of 100 either way).
    private static let keptFrame = "--disable-features=RenderDocument"

    // chromedriver adds its own: no first run, no background networking, no sync, no popup blocking, no throttling of
    // hidden pages, automation.
    private static let always = [
        "--remote-debugging-pipe",  // the browser ends with its driver; no port to race for
        "--log-level=2",  // errors only: a page's console would fill the log otherwise
        "--mute-audio",
        keptFrame,
    ]

    private static let shell = [
        // A network process of its own costs 25 to 30 ms of the start; Android's browser does without, too.
        "--enable-features=NetworkServiceInProcess2",
        // The page gets the process of the empty one before it: 35 ms. It changes nothing else, since the shell
        // has one process for all sites either way (measured: a page with a frame and a window of other sites).
        "--renderer-process-limit=1",
    ]

    // What the headless shell does not have.
    private static let desktop = [
        "--disable-component-update",
        "--disable-field-trial-config",
        "--disable-search-engine-choice-screen",
        "--no-default-browser-check",
    ]
}
