/// What `awaitShown` (`locate.js`) is asked.
struct ShownRequest: Encodable, Sendable {
    let target: PageTarget
    /// Whether what covers it is to be seen over it.
    let isCovered: Bool
    /// How long to wait until it is drawn, in ms.
    let slice: Int
}
