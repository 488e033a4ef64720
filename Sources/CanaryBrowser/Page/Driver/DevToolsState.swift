/// What is known of the browser by the DevTools protocol.
struct DevToolsState {
    /// Whether the driver knows the commands of the protocol; `nil`: not asked yet.
    var isAvailable: Bool?
    /// The worlds of our own scripts, by frame.
    var worlds: [String: World] = [:]
    /// What was last used to tell a world from others.
    var lastToken = 0
    /// The top frame of the window, as the protocol names it; `nil`: not asked yet.
    var topFrame: String?
    /// How many nodes that were searched for the browser still holds; `nil`: it was not made ready for searches yet.
    var heldNodes: Int?
    /// The document that was last seen to have closed shadow trees.
    var closedDocument: Double?
    /// The mouse, where events are sent to the browser.
    var mouse = Mouse()
}
