/// What `awaitShown` (`locate.js`) is asked.
struct ShownRequest: Encodable, Sendable {
    let target: PageTarget
    /// How long to wait until it is drawn, in ms.
    let slice: Int
}
