import Foundation

extension Launch {
    /// The whole environment of a driver that keeps all it writes in `folder`.
    func environment(
        in folder: PrivateFolder,
        of own: [String: String] = ProcessInfo.processInfo.environment
    ) -> [String: String] {
        var result = own
        for name in withheldVariables { result[name] = nil }
        result["TMPDIR"] = folder.path
        // Chromium's crash handler and GTK would write below the home folder.
        result["BREAKPAD_DUMP_LOCATION"] = folder.path + "/crashes"
        result["GSETTINGS_BACKEND"] = "memory"
        if !Self.hasFontCache(result) { result["XDG_CACHE_HOME"] = folder.path + "/cache" }
        if !isHeaded {
            // A page needs no desktop; looking for its buses costs 10 to 20 ms of the start.
            result["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
            result["DBUS_SYSTEM_BUS_ADDRESS"] = "disabled:"
        }
        Self.nameFilesInUTF8(&result)
        return result.merging(environment) { _, own in own }
    }

    /// Whether the user has a cache of fonts, which is used then: to make it anew takes 0.1 s for 40 fonts.
    ///
    /// Where neither the system nor the user has one, fontconfig would make it below the home folder.
    private static func hasFontCache(_ environment: [String: String]) -> Bool {
        let home = environment["HOME"].map { $0 + "/.cache" }
        let caches = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home
        return caches.map { access($0 + "/fontconfig", F_OK) == 0 } ?? false
    }

    /// Where the locale is not UTF-8, or is not installed, as in many containers, chromedriver and Chromium cannot open
    /// what has a name beyond ASCII ("unable to unzip 'file'").
    private static func nameFilesInUTF8(_ environment: inout [String: String]) {
        if let all = environment.removeValue(forKey: "LC_ALL"), !all.isEmpty { environment["LANG"] = all }
        environment["LC_CTYPE"] = "C.UTF-8"
    }
}
