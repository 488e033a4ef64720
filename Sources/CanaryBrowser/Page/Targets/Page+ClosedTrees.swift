import CanaryModel
import WebDriver

// Closed shadow trees: no script of a page or beside it can look into one, only the DevTools protocol. Whether there are
// any is seen by the number of nodes: the browser's own search goes through all trees that its process draws.

extension Page {
    /// So many nodes found earlier may be held by the browser; then it is made to forget them.
    private static let mostHeldNodes = 60_000

    /// The number of elements, texts and comments in all documents that the page's own process draws.
    ///
    /// A search for nothing finds them all: 2 to 3 ms; 27 ms at 27,000 elements and 54,000 texts.
    func countNodes(until deadline: ContinuousClock.Instant) async throws -> Int {
        if devTools.heldNodes ?? .max > Self.mostHeldNodes { try await forgetNodes(until: deadline) }
        let search = Command<SearchReply>.executeCDP("DOM.performSearch", ["query": ""])
        let count: Int
        do {
            count = try await attempt(search, until: deadline).resultCount
        } catch is WebDriverError {
            try await forgetNodes(until: deadline)  // a window that was not made ready refuses
            count = try await attempt(search, until: deadline).resultCount
        }
        devTools.heldNodes = (devTools.heldNodes ?? 0).adding(clamped: count)
        return count
    }

    /// The parts of the view where secrets stand in closed shadow trees.
    ///
    /// It reads all documents (10 ms; 1.1 s at 27,000 elements), and asks for the place of each text with a secret.
    func secretsInClosedTrees(
        _ search: SecretSearch,
        until deadline: ContinuousClock.Instant
    ) async throws -> [Box] {
        let parameters = FlattenedDocument.Parameters()
        let command = Command<FlattenedDocument>.executeCDP("DOM.getFlattenedDocument", parameters)
        let document = try await attempt(command, until: deadline)
        try await forgetNodes(until: deadline)
        var boxes: [Box] = []
        for node in document.closedTexts(holding: search) {
            boxes += try await self.boxes(of: node, until: deadline)
        }
        return boxes
    }

    /// The boxes of a node, one for each line; none where nothing of it is drawn.
    private func boxes(
        of node: FlattenedDocument.Node,
        until deadline: ContinuousClock.Instant
    ) async throws -> [Box] {
        let command = Command<QuadsReply>.executeCDP(
            "DOM.getContentQuads",
            ["backendNodeId": node.backendNodeId]
        )
        do {
            return try await attempt(command, until: deadline).quads.compactMap(Box.init)
        } catch let error as WebDriverError where error.message.contains("Could not compute content quads") {
            return []  // it is not drawn; all else leaves the place unknown, and no picture is taken
        }
    }

    /// Makes the browser ready for searches, and hold and follow no nodes but the document.
    private func forgetNodes(until deadline: ContinuousClock.Instant) async throws {
        let command = Command<DOMRoot>.executeCDP("DOM.getDocument", ["depth": 0])
        try await attempt(command, until: deadline)
        devTools.heldNodes = 0
    }
}

/// The answer of `DOM.performSearch`.
private struct SearchReply: Decodable, Sendable {
    let resultCount: Int
}

/// The answer of `DOM.getContentQuads`: the corners of each quad, x and y in turn.
private struct QuadsReply: Decodable, Sendable {
    let quads: [[Double]]
}

extension Box {
    /// The box around a quad.
    fileprivate init?(_ quad: [Double]) {
        let x = stride(from: 0, to: quad.count, by: 2).map { quad[$0] }
        let y = stride(from: 1, to: quad.count, by: 2).map { quad[$0] }
        guard let left = x.min(), let right = x.max(), let top = y.min(), let bottom = y.max() else {
            return nil
        }
        self.init(left: left, top: top, width: right - left, height: bottom - top)
    }
}
