/// The media types of files, by their extension.
enum FileType {
    private static let types = [
        "css": "text/css; charset=utf-8", "gif": "image/gif", "har": "application/json",
        "htm": "text/html; charset=utf-8", "html": "text/html; charset=utf-8", "ico": "image/x-icon",
        "jpeg": "image/jpeg", "jpg": "image/jpeg", "js": "text/javascript; charset=utf-8",
        "json": "application/json", "log": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8",
        "mjs": "text/javascript; charset=utf-8", "mp4": "video/mp4", "pdf": "application/pdf",
        "png": "image/png", "svg": "image/svg+xml", "txt": "text/plain; charset=utf-8",
        "wasm": "application/wasm", "webm": "video/webm", "webp": "image/webp", "woff2": "font/woff2",
        "xml": "application/xml", "zip": "application/zip",
    ]

    /// The type of a file with this name.
    static func named(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
        return types[name[name.index(after: dot)...].lowercased()] ?? "application/octet-stream"
    }
}
