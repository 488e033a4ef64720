/// A driver and the browser that it is to start.
public struct Installation: Sendable, Hashable {
    /// The driver's executable.
    public let driverPath: String
    /// The browser's executable; never a shell script in front of it, where that is known.
    public let browserPath: String
    /// Whether the browser is the headless shell: no window, starts in a third of the time, takes no profile folder.
    ///
    /// Told by its name, by that of what a link leads to, or by what a script in front of it says.
    public let isHeadlessShell: Bool

    /// Makes an installation of two executables.
    public init(driverPath: String, browserPath: String) {
        self.driverPath = driverPath
        self.browserPath = browserPath
        isHeadlessShell = ExecutableSearch.isHeadlessShell(browserPath)
    }
}

extension Installation {
    /// Finds driver and browser; starts nothing.
    ///
    /// Looks in `PATH` and then in the usual places of Debian, Ubuntu, Google's packages, Chrome for Testing and
    /// macOS. Where no window is wanted the headless shell comes first. Versions are held against each other when
    /// a session starts, where they cost nothing.
    ///
    /// - Parameters:
    ///   - driver: The driver's path; `nil` to look for it.
    ///   - browser: The browser's path; `nil` to look for it.
    ///   - isHeaded: Whether a window is wanted, which the headless shell does not have.
    /// - Returns: What was found.
    /// - Throws: ``InstallationError``: what is missing, where it was looked for, what installs it.
    public static func find(
        driver: String? = nil,
        browser: String? = nil,
        isHeaded: Bool = false
    ) async throws -> Installation {
        try find(driver: driver, browser: browser, isHeaded: isHeaded, search: .system())
    }

    static func find(
        driver: String?,
        browser: String?,
        isHeaded: Bool,
        search: ExecutableSearch
    ) throws(InstallationError) -> Installation {
        Installation(
            driverPath: try self.driver(driver, search),
            browserPath: try self.browser(browser, isHeaded: isHeaded, search)
        )
    }

    /// The driver's executable: the one that is given, or else the first that is found.
    static func driver(_ given: String?, _ search: ExecutableSearch) throws(InstallationError) -> String {
        try path(given, option: "--driver", search, ExecutableSearch.drivers, InstallationError.missingDriver)
    }

    /// The browser's executable, likewise.
    static func browser(
        _ given: String?,
        isHeaded: Bool,
        _ search: ExecutableSearch
    ) throws(InstallationError) -> String {
        let shells = isHeaded ? [] : ExecutableSearch.headlessShells
        let names = shells + ExecutableSearch.browsers
        let path = try path(given, option: "--browser", search, names, InstallationError.missingBrowser)
        return search.executable(behind: path)
    }

    private static func path(
        _ given: String?,
        option: String,
        _ search: ExecutableSearch,
        _ names: [String],
        _ missing: ([String]) -> InstallationError
    ) throws(InstallationError) -> String {
        guard let given else {
            let candidates = search.candidates(for: names)
            if let found = candidates.first(where: search.isExecutable) { return found }
            throw missing(candidates)
        }
        if !given.contains("/") {
            let candidates = search.candidates(for: [given])
            if let found = candidates.first(where: search.isExecutable) { return found }
        }
        let absolute = search.absolute(given)
        guard search.isExecutable(absolute) else { throw .notExecutable(given, option: option) }
        return absolute
    }
}
