import CanaryModel
import WebDriver

// Permissions are set one by one, for all origins: `Browser.grantPermissions` would deny all others, of which pages are
// otherwise told that they may ask.

extension Page {
    /// Grants what a flow's browser names, and what a browser with a window does not ask for after a click: to write to
    /// the clipboard (4 ms).
    func grant(_ options: BrowserOptions, until deadline: ContinuousClock.Instant) async throws {
        var names = Set(options.permissions.flatMap(\.names))
        if options.geolocation != nil { names.insert("geolocation") }
        let isAsked = !names.isEmpty
        names.insert("clipboard-write")
        do {
            for name in names.sorted() {
                let setting = PermissionSetting(permission: .init(name: name), setting: "granted")
                try await attempt(
                    Command<Nothing>.executeCDP("Browser.setPermission", setting),
                    until: deadline
                )
            }
            if let place = options.geolocation { try await pretend(place, until: deadline) }
        } catch let error as WebDriverError where !isAsked || error.isUnsupported {
            // Another driver, which may well allow it by itself.
            if isAsked {
                throw BrowserError(.unsupported, "this driver cannot grant permissions: it has no DevTools")
            }
        } catch let error as WebDriverError {
            throw await explained(error)
        }
    }

    private func pretend(_ place: Geolocation, until deadline: ContinuousClock.Instant) async throws {
        let position = ["latitude": place.latitude, "longitude": place.longitude, "accuracy": 10]
        let command = Command<Nothing>.executeCDP("Emulation.setGeolocationOverride", position)
        try await attempt(command, until: deadline)
    }
}

extension Permission {
    /// The names that the Permissions API has for it.
    fileprivate var names: [String] {
        switch self {
        case .clipboard: ["clipboard-read", "clipboard-write"]
        default: [rawValue]
        }
    }
}

/// The parameters of `Browser.setPermission`.
private struct PermissionSetting: Encodable {
    struct Descriptor: Encodable { let name: String }
    let permission: Descriptor
    let setting: String
}
