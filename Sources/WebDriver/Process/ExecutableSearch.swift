import Foundation

/// Where executables are looked for.
struct ExecutableSearch: Sendable {
    /// The folders, in order; the one of each usual place that is a folder of one package included.
    let folders: [String]
    /// What stands before every absolute place that is not of `PATH`: empty but in tests.
    let root: String

    /// The folders of `PATH`, then the usual places.
    init(path: String?, home: String?, root: String = "") {
        let own = (path ?? "").split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
        let personal = home.map { home in Self.bundles.map { "\(home)/\($0)" } } ?? []
        let usual =
            Self.places + ["/opt", "/usr/local"].flatMap { place in Self.bundles.map { "\(place)/\($0)" } }
        var seen: Set<String> = []
        folders = (own + usual.map { root + $0 } + personal).filter { seen.insert($0).inserted }
        self.root = root
    }

    /// The machine as it is.
    static func system() -> Self {
        let environment = ProcessInfo.processInfo.environment
        return Self(path: environment["PATH"], home: environment["HOME"])
    }

    /// Names of drivers, the best first.
    static let drivers = ["chromedriver", "chromium.chromedriver"]
    /// Names of the headless shell: Debian's, Chrome for Testing's, and that of a build of one's own.
    static let headlessShells = ["chromium-headless-shell", "chrome-headless-shell", "headless_shell"]
    /// Names of browsers with a window.
    static let browsers = [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
        "google-chrome-beta", "google-chrome-unstable", "Google Chrome", "Chromium",
    ]

    /// Every path that one of the names may have: the names one after the other, each in all folders.
    func candidates(for names: [String]) -> [String] {
        names.flatMap { name in folders.map { "\($0)/\(name)" } }
    }

    /// Whether it is a file that may be executed; folders are not.
    func isExecutable(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
            && FileManager.default.isExecutableFile(atPath: path)
    }

    /// The path from the root: a driver runs in a folder of its own.
    func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    }

    private static let places = [
        "/usr/local/bin", "/usr/bin", "/usr/lib/chromium", "/usr/lib/chromium-browser", "/snap/bin",
        "/opt/google/chrome", "/opt/homebrew/bin", "/Applications/Google Chrome.app/Contents/MacOS",
        "/Applications/Chromium.app/Contents/MacOS",
    ]

    // The folders in the archives of Chrome for Testing.
    private static let bundles = [
        "chromedriver-linux64", "chrome-headless-shell-linux64", "chrome-linux64", "chromedriver-mac-arm64",
        "chrome-headless-shell-mac-arm64",
    ]
}
