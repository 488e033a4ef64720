public import CanaryModel
import WebDriver

extension Locator {
    /// Drags the target onto another, once both are visible and still.
    @discardableResult
    public func drag(
        to other: Target,
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> ActionReport {
        try await page.explaining {
            let goal = TargetQuery(target: other, need: .still, wanted: "to be a place to drop on")
            let query = TargetQuery(target: target, need: .point, wanted: "to be draggable")
            return try await page.act(on: query, in: frame, until: deadline) { observation in
                try await page.drag(observation, to: goal, until: deadline)
            }.1
        }
    }
}

extension Page {
    func drag(
        _ observation: TargetObservation,
        to goal: TargetQuery,
        until deadline: ContinuousClock.Instant
    ) async throws -> Bool? {
        guard let element = observation.element, let drop = try await find(goal, until: deadline).element,
            try await pointOutside(of: drop, until: deadline) != nil,
            let from = try await pointOutside(of: element, until: deadline)
        else { return nil }
        guard let to = try await pointOutside(of: drop, scrolling: false, until: deadline) else {
            // A layout that is still changing may yet bring them together.
            if .now + Self.longestNearing < deadline { return nil }
            throw Self.tooFar(goal)
        }
        // Browsers begin a drag only after a few moves, and drop where the pointer has rested.
        let path: [PointerStep] = [
            .move(to: from), .down(), .rest(.milliseconds(50)),
            .moveOn(by: SeenPoint(x: 5, y: 5), over: .milliseconds(50)),
            .move(to: to, over: .milliseconds(150)),
            .moveOn(by: SeenPoint(x: 1, y: 1)), .rest(.milliseconds(50)), .up(), .rest(Self.pause),
        ]
        do {
            let sent = try await perform(path, until: deadline)
            let place = try await settleIfOpen(since: observation.place.document, until: deadline)
            if hasMissed(observation, by: sent, now: place) { return nil }
        } catch let error as WebDriverError {
            // What ends in the middle leaves the button pressed.
            if !hasDevTools { try await attempt(.releaseActions, until: deadline) }
            throw error
        }
        return true
    }

    /// How long before the time is over it is said that they are too far apart.
    private static let longestNearing = Duration.seconds(1)

    private static func tooFar(_ goal: TargetQuery) -> BrowserError {
        var diagnosis = Diagnosis(of: goal.target, wanted: goal.wanted, reason: .offscreen)
        (diagnosis.matches, diagnosis.visibleMatches) = (1, 1)
        return BrowserError(
            .selector,
            "\(goal.target.written) does not fit into the window together with what is dragged",
            help: "make the window larger: `browser: { viewport: \"1280x2000\" }`",
            diagnoses: [diagnosis]
        )
    }
}
