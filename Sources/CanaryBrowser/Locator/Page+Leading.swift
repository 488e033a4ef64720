import CanaryModel
import WebDriver

// Frames, which CSS may scale or rotate, and which may be of another origin or drawn by another process. chromedriver adds
// the position of the frame to that of the element, as if both were upright and as large as they are: measured, Element
// Click and pointer actions with an element as origin press beside the element and report success. A point in the top
// document's viewport is hit, and the pointer stays there when a frame is entered.

extension Page {
    /// Leads the pointer over an element in the current frame by its point in the top document.
    ///
    /// - Returns: Whether it is there: `false` where something lies over the element, or it lies elsewhere; `nil` where the
    ///   page has gone on.
    func leadPointer(
        over element: Element,
        until deadline: ContinuousClock.Instant
    ) async throws -> Bool? {
        guard let path = context.frame else { return nil }
        let shown: Answer<SeenAim>? = try await askNow(
            PageScript.reveal,
            [RevealRequest(element: element)],
            until: deadline
        )
        guard let point = shown?.point else { return nil }
        let goal = try await pointOutside(point, in: path, until: deadline)
        try await perform([.move(to: goal), .rest(Self.pause)], until: deadline)
        let seen: Answer<SeenReach>? = try await askNow(PageScript.isReached, [element], until: deadline)
        return seen?.isReached
    }

    /// Where a point of a frame lies in the viewport of the top document: the way into the frame tells where it lies now.
    private func pointOutside(
        _ point: SeenPoint,
        in path: [Target],
        until deadline: ContinuousClock.Instant
    ) async throws -> SeenPoint {
        try await enter([], until: deadline)
        try await enter(path, until: deadline)
        return context.view.map(point)
    }

    /// Where an element that was seen lies in the viewport of the top document; `nil`: nowhere in it.
    func pointOutside(
        of element: Element,
        scrolling isScrolling: Bool = true,
        until deadline: ContinuousClock.Instant
    ) async throws -> SeenPoint? {
        let shown: Answer<SeenAim>? = try await askNow(
            PageScript.reveal,
            [RevealRequest(element: element, isScrolled: isScrolling)],
            until: deadline
        )
        guard let path = context.frame, let point = shown?.point else { return nil }
        return try await pointOutside(point, in: path, until: deadline)
    }
}

/// Where an element lies in its frame.
private struct SeenAim: Decodable, Sendable {
    var point: SeenPoint?
}

/// Whether the pointer is over an element.
private struct SeenReach: Decodable, Sendable {
    var isReached: Bool?
}
