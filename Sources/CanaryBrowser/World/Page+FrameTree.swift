import WebDriver

extension Page {
    /// The frames that the page's own process draws; `nil` where a dialog is in the way.
    func frameTree(until deadline: ContinuousClock.Instant) async throws -> FrameTree? {
        try await awaitAnswer(until: deadline)
        let command = Command<FrameTreeReply?>.executeCDP("Page.getFrameTree")
        return try await attempt(command, until: deadline)?.frameTree
    }

    /// The frames that the page's own process draws, without the top document; those around before those inside.
    func innerFrames(until deadline: ContinuousClock.Instant) async throws -> [FrameDocument] {
        try await frameTree(until: deadline)?.inner ?? []
    }
}

private struct FrameTreeReply: Decodable, Sendable {
    let frameTree: FrameTree
}

/// A frame with those in it (`Page.FrameTree`).
struct FrameTree: Decodable, Sendable {
    let frame: Frame
    let childFrames: [FrameTree]?

    struct Frame: Decodable, Sendable {
        let id: String
        let loaderId: String
    }

    var inner: [FrameDocument] {
        (childFrames ?? []).flatMap {
            [FrameDocument(frame: $0.frame.id, loader: $0.frame.loaderId)] + $0.inner
        }
    }
}
