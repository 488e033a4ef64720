public import CanaryModel
import WebDriver

extension Locator {
    /// Drags the target onto another, once both are visible and still.
    @discardableResult
    public func drag(to other: Target, until deadline: ContinuousClock.Instant) async throws -> ActionReport {
        let goal = Search(target: other, need: .still, wanted: "to be a place to drop on")
        let search = Search(target: target, need: .point, wanted: "to be draggable")
        return try await page.act(on: search, in: frame, until: deadline) { sighting in
            try await page.drag(sighting, to: goal, until: deadline)
        }.1
    }
}

extension Page {
    func drag(
        _ sighting: Sighting,
        to goal: Search,
        until deadline: ContinuousClock.Instant
    ) async throws -> Bool? {
        guard let from = sighting.element, let to = try await find(goal, until: deadline).element else {
            return nil
        }
        var start = PointerAction.move(to: from, by: sighting.detour)
        var end = PointerAction.move(x: 0, y: 0, origin: .element(to), duration: .milliseconds(150))
        if isOutside {
            guard let from = try await pointOutside(of: from, until: deadline),
                let to = try await pointOutside(of: to, until: deadline)
            else { return nil }
            start = .move(x: Int(clamped: from.x), y: Int(clamped: from.y))
            end = .move(x: Int(clamped: to.x), y: Int(clamped: to.y), duration: .milliseconds(150))
        } else if isMissed(sighting) {
            throw BrowserError(
                .unsupported,
                "the driver cannot drag an area of an image, nor in a frame what is scaled, rotated, or not hit in its middle"
            )
        }
        // Browsers begin a drag only after a few moves, and drop where the pointer has rested.
        let path: [PointerAction] = [
            start, .down(), .pause(.milliseconds(50)),
            .move(x: 5, y: 5, origin: .pointer, duration: .milliseconds(50)),
            end,
            .move(x: 1, y: 1, origin: .pointer), .pause(.milliseconds(50)), .up(), .pause(Page.pause),
        ]
        do {
            try await press(.pointer(path), until: deadline)
            try await settleIfOpen(since: sighting.place.document, until: deadline)
        } catch let error as WebDriverError {
            // What ends in the middle leaves the button pressed.
            try await attempt(.releaseActions, until: deadline)
            throw error
        }
        return true
    }
}
