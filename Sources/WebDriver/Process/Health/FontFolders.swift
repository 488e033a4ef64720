import Foundation

/// Where fonts are installed.
struct FontFolders: Sendable {
    let paths: [String]

    /// Those that fontconfig knows without being told, and macOS's.
    static var system: Self {
        let home = ProcessInfo.processInfo.environment["HOME"] ?? ""
        return Self(paths: [
            "/usr/share/fonts", "/usr/local/share/fonts", "\(home)/.fonts", "\(home)/.local/share/fonts",
            "/System/Library/Fonts", "/Library/Fonts",
        ])
    }

    /// How many font files they hold; folders that are not there hold none.
    var count: Int {
        paths.reduce(0) { sum, path in
            let files = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
            return sum + files.count { file in Self.endings.contains { file.lowercased().hasSuffix($0) } }
        }
    }

    private static let endings = [".ttf", ".otf", ".ttc", ".pfb", ".woff2"]
}
