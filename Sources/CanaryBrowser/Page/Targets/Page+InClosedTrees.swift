import CanaryModel
import WebDriver

// Roles and labels in closed shadow trees. Scripts can look into none, but the accessibility tree has what is in them,
// and a script that is handed an element can do with it what it can with any other.

extension Page {
    /// How long one look for roles and labels lasts on a page that has closed shadow trees, of which no change tells.
    static let longestBesideClosedTrees = Duration.milliseconds(250)
    /// The most elements of one name that are asked about.
    private static let mostInClosedTrees = 30

    /// Whether the document of the last look is known to have closed shadow trees.
    var hasClosedTrees: Bool {
        devTools.closedDocument != nil && devTools.closedDocument == documents.place?.document
    }

    /// The elements of a role and name in closed shadow trees of the top document; none where they cannot be asked.
    func inClosedTrees(
        _ wanted: AccessibleName,
        until deadline: ContinuousClock.Instant
    ) async throws -> [Element] {
        guard try await findsClosedTrees(until: deadline) != false else { return [] }
        do {
            let nodes = try await accessibilityNodes(role: wanted.role, until: deadline)
            let numbers = nodes.filter { wanted.canBe($0.role?.value ?? "") && wanted.isName($0.text) }
                .compactMap(\.backendDOMNodeId).prefix(Self.mostInClosedTrees)
            if numbers.isEmpty { return [] }
            return try await adopt(Array(numbers), until: deadline)
        } catch let error as WebDriverError
            where error.isUnsupported || error.isStale || error.code == .noSuchElement
        {
            return []
        }
    }

    /// Whether the top document has closed shadow trees, for a failure; `nil`: it has none, or cannot be asked.
    func toldClosedTrees() async -> Bool? {
        do {
            return try await findsClosedTrees(until: .now + evidenceTime(.seconds(1))) == true ? true : nil
        } catch {
            return nil  // it is the failure that counts
        }
    }

    /// Whether the top document has closed shadow trees, as the number of its nodes tells.
    ///
    /// - Returns: `false` also where it cannot be asked, or the session is in a frame; `nil` where frames of other origins
    ///   have nodes that are not known.
    func findsClosedTrees(until deadline: ContinuousClock.Instant) async throws -> Bool? {
        guard isInTopDocument, hasDevTools,
            let open: OpenNodes = try await run(PageScript.openNodes, until: deadline),
            let nodes = try await byDevTools({ try await countNodes(until: deadline) })
        else { return false }
        let isMore = nodes != open.nodes
        let isClosed = isMore && open.foreign == 0
        devTools.closedDocument = isClosed ? documents.place?.document : nil
        return isMore && open.foreign > 0 ? nil : isClosed
    }
}

/// The nodes that scripts can see (`texts.js`).
private struct OpenNodes: Decodable, Sendable {
    let nodes: Int
    /// How many frames there are that they cannot look into.
    let foreign: Int
}
