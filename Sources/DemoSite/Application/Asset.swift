import CSite

/// A file of `fixtures/`, as it is in the binary.
enum Asset {
    /// The files by name (`site.css`, `cases/forms.html`, `canaries/login.canary.json5`).
    ///
    /// The bytes are constants of the binary, so the buffers are valid for ever.
    private static let files: [String: Span] = {
        var files: [String: Span] = [:]
        for index in 0..<site_file_count() {
            let file = site_file_at(index)
            files[String(cString: file.name)] = Span(
                bytes: UnsafeBufferPointer(start: file.bytes, count: file.size)
            )
        }
        return files
    }()

    /// A constant of the binary.
    ///
    /// Unchecked, since a pointer is never `Sendable` by itself: nothing writes to what it points
    /// at, and it is never freed.
    private struct Span: @unchecked Sendable {
        let bytes: UnsafeBufferPointer<UInt8>
    }

    /// The names of all files, sorted.
    static var names: [String] { files.keys.sorted() }

    /// The bytes of a file, or `nil` where there is none with this name.
    static func bytes(_ name: String) -> [UInt8]? {
        files[name].map { Array($0.bytes) }
    }

    /// A file of text that is known to be there; a note that it is missing otherwise.
    static func text(_ name: String) -> String {
        files[name].map { String(decoding: $0.bytes, as: UTF8.self) } ?? "missing file: \(name)"
    }

    /// The media type that a name's ending stands for.
    static func mediaType(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "json": "application/json"
        case "svg": "image/svg+xml"
        default: "application/octet-stream"
        }
    }
}
