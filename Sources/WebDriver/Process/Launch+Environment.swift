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
        return result.merging(environment) { _, own in own }
    }
}
