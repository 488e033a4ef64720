import CanaryModel
import WebDriver

// What failed is brought into view before what must not be seen is painted over: the page may draw more as it is
// scrolled. Its frame is drawn above the masks, in the top document, where frames of any origin lie.

extension Page {
    /// How long one script waits until the page has drawn what was scrolled: two frames, unless it is busy.
    private static let longestRevealing = Duration.milliseconds(500)
    /// How long is looked for a frame that what failed is in: one that is not there is what failed.
    private static let longestEntering = Duration.milliseconds(200)

    /// Brings what failed into view.
    ///
    /// - Returns: Whether it is there; also where it is not, the page is to be put back (``putBack(_:until:)``).
    func bringIntoView(_ failed: FailedTarget, until deadline: ContinuousClock.Instant) async -> Bool {
        await harmless {
            for (depth, frame) in failed.path.enumerated() {
                try await enterSoon(Array(failed.path[..<depth]), until: deadline)
                let outer = try await resolved(frame, AccessibilityLookup(longest: .zero, deadline: deadline))
                let _: Answer<Nothing>? = try await askNow(PageScript.noteShown, [outer], until: deadline)
            }
            try await enterSoon(failed.path, until: deadline)
            let search = AccessibilityLookup(
                longest: .zero,
                enough: AccessibilityLookup.some,
                deadline: deadline
            )
            let request = ShownRequest(
                target: try await resolved(failed.target, search),
                isCovered: failed.isCovered,
                slice: slice(until: deadline, atMost: Self.longestRevealing)
            )
            let seen: Answer<SeenShown>? = try await ask(PageScript.awaitShown, request, until: deadline)
            return seen?.isThere
        } ?? false
    }

    /// Draws frames around what was brought into view and what covers it.
    ///
    /// - Returns: Where they lie; none where nothing of either is to be seen, or the page cannot tell.
    func drawFrames(around failed: FailedTarget, until deadline: ContinuousClock.Instant) async -> SeenRegions
    {
        await harmless {
            let places = try await places(of: failed, until: deadline)
            guard places.element != nil || places.cover != nil else { return nil }
            try await enter([], until: deadline)
            let size: SeenSize? = try await run(PageScript.drawFrames, [places], until: deadline)
            guard let size else { return nil }
            return SeenRegions(places, in: Viewport(width: size.width, height: size.height))
        } ?? SeenRegions()
    }

    /// Takes the frames away.
    func removeFrames(until deadline: ContinuousClock.Instant) async {
        _ = await harmless {
            try await enter([], until: deadline)
            return try await run(PageScript.removeFrames, until: deadline) as Int?
        }
    }

    /// Scrolls back what was scrolled to bring it into view.
    func putBack(_ failed: FailedTarget, until deadline: ContinuousClock.Instant) async {
        for depth in (0...failed.path.count).reversed() {
            _ = await harmless {
                try await enterSoon(Array(failed.path[..<depth]), until: deadline)
                return try await run(PageScript.putBack, until: deadline) as Int?
            }
        }
    }

    /// Where it lies in the top document's view, with what covers it there or in its frame.
    private func places(
        of failed: FailedTarget,
        until deadline: ContinuousClock.Instant
    ) async throws -> SeenPlaces {
        // The way in tells where the frames lie now.
        if !failed.path.isEmpty { try await enter([], until: deadline) }
        try await enterSoon(failed.path, until: deadline)
        let arguments = [failed.isCovered]
        let seen: Answer<SeenPlaces>? = try await askNow(PageScript.places, arguments, until: deadline)
        guard let seen else { return SeenPlaces() }
        if failed.path.isEmpty { return seen.seen }
        let outside = context.view.map
        var places = SeenPlaces(
            element: seen.element?.mapped(by: outside),
            cover: seen.cover?.mapped(by: outside)
        )
        if let point = seen.point {
            try await enter([], until: deadline)
            let over: Answer<SeenPlaces>? = try await askNow(
                PageScript.coverAt,
                [outside(point)],
                until: deadline
            )
            places.cover = over?.cover
        }
        return places
    }

    /// Enters frames that are there, within the time that a picture can spare.
    private func enterSoon(_ path: [Target], until deadline: ContinuousClock.Instant) async throws {
        let soon = path.isEmpty ? deadline : min(deadline, .now + evidenceTime(Self.longestEntering))
        let isExplained = step.isExplaining
        step.isExplaining = false
        defer { step.isExplaining = isExplained }
        try await enter(path, until: soon, loadedBy: deadline)
    }

    /// Does something for a picture that can do without; `nil` where the page has changed or gone meanwhile.
    private func harmless<Value>(_ body: () async throws -> Value?) async -> Value? {
        do {
            return try await body()
        } catch {
            // The picture is taken all the same, and tells where the page cannot be asked at all.
            return nil
        }
    }
}
