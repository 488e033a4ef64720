/// What `mask` (`mask.js`) is asked.
struct MaskRequest: Encodable, Sendable {
    let targets: [PageTarget]
    let secrets: [String]
}
