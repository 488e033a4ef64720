/// What a browser asks its user for before a page may do it: an element of `permissions` of a flow's `browser`.
public enum Permission: String, Sendable, Hashable, CaseIterable {
    case clipboard
    case geolocation
    case notifications
    case camera
    case microphone
    case midi
    case storageAccess = "storage-access"
    case persistentStorage = "persistent-storage"
    case screenWakeLock = "screen-wake-lock"
    case localFonts = "local-fonts"
    case windowManagement = "window-management"
    case idleDetection = "idle-detection"
    case clipboardRead = "clipboard-read"
    case clipboardWrite = "clipboard-write"
}
