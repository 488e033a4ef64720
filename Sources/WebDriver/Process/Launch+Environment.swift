import Foundation

extension Launch {
    /// The whole environment of a driver that keeps all it writes in `folder`.
    func environment(in folder: PrivateFolder) -> [String: String] {
        var result = ProcessInfo.processInfo.environment
        for name in withheldVariables { result[name] = nil }
        result["TMPDIR"] = folder.path
        // Chromium's crash handler and GTK would write below the home folder.
        result["BREAKPAD_DUMP_LOCATION"] = folder.path + "/crashes"
        result["GSETTINGS_BACKEND"] = "memory"
        if !isHeaded {
            // A page needs no desktop; looking for its buses costs 10 to 20 ms of the start.
            result["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
            result["DBUS_SYSTEM_BUS_ADDRESS"] = "disabled:"
        }
        Self.nameFilesInUTF8(&result)
        return result.merging(environment) { _, own in own }
    }

    /// Where the locale is not UTF-8, or is not installed, as in many containers, chromedriver and Chromium cannot open
    /// what has a name beyond ASCII ("unable to unzip 'file'").
    private static func nameFilesInUTF8(_ environment: inout [String: String]) {
        if let all = environment.removeValue(forKey: "LC_ALL"), !all.isEmpty { environment["LANG"] = all }
        environment["LC_CTYPE"] = "C.UTF-8"
    }
}
