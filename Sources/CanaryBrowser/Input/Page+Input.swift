import CanaryModel
import WebDriver

// Input is given to the browser itself, event by event, where the driver knows the DevTools protocol: whatever the page
// has made of what the driver's own commands need, and also while it is being left. An event that was sent has been done:
// none is sent twice. Measured with Chromium 156: 2 to 4 ms an event; the driver's command for a whole click takes 16.

extension Page {
    /// Does something with the mouse.
    ///
    /// - Parameters:
    ///   - steps: What it does, one after the other.
    ///   - deadline: When to give up.
    /// - Returns: When a button was first let go, or the first step was done where none is: a document that came before has
    ///   had no click.
    @discardableResult
    func perform(
        _ steps: [PointerStep],
        until deadline: ContinuousClock.Instant
    ) async throws -> ContinuousClock.Instant {
        let start = ContinuousClock.now
        guard hasDevTools != false else {
            let actions = steps.map(PointerAction.init)
            try await attempt(.performActions([.pointer(actions)]), until: deadline)
            return start
        }
        do {
            return try await performEach(steps, until: deadline) ?? start
        } catch {
            mouse.held = []  // what ends in the middle must not leave a button pressed for the next step
            throw error
        }
    }

    private func performEach(
        _ steps: [PointerStep],
        until deadline: ContinuousClock.Instant
    ) async throws -> ContinuousClock.Instant? {
        var clicks = 0
        var release: ContinuousClock.Instant?
        for step in steps {
            switch step {
            case .move(let point, let duration):
                try await move(to: point, over: duration, until: deadline)
            case .moveOn(let way, let duration):
                let goal = SeenPoint(x: mouse.point.x + way.x, y: mouse.point.y + way.y)
                try await move(to: goal, over: duration, until: deadline)
            case .down(let button):
                mouse.held.insert(button)
                clicks += 1
                try await dispatch(.pressed, button, clicks, until: deadline)
            case .up(let button):
                mouse.held.remove(button)
                release = release ?? .now
                try await dispatch(.released, button, clicks, until: deadline)
            case .rest(let duration): try await Task.sleep(for: duration)
            }
        }
        return release
    }

    /// How far apart moves are that take time.
    private static let moveInterval = Duration.milliseconds(16)

    private func move(
        to goal: SeenPoint,
        over duration: Duration,
        until deadline: ContinuousClock.Instant
    ) async throws {
        let start = mouse.point
        let count = max(1, Int(clamped: duration / Self.moveInterval))
        for step in 1...count {
            let part = Double(step) / Double(count)
            mouse.point = SeenPoint(
                x: start.x + (goal.x - start.x) * part,
                y: start.y + (goal.y - start.y) * part
            )
            try await dispatch(.moved, nil, 0, until: deadline)
            if step < count { try await Task.sleep(for: Self.moveInterval) }
        }
    }

    private func dispatch(
        _ kind: MouseEvent.Kind,
        _ button: Int?,
        _ clicks: Int,
        until deadline: ContinuousClock.Instant
    ) async throws {
        var event = MouseEvent(kind, mouse, button: button)
        if kind != .moved { event.clickCount = clicks }
        try await dispatch("Input.dispatchMouseEvent", event, until: deadline)
    }

    /// Presses keys one after the other and lets them go; those before the last are held meanwhile where it is a chord.
    func perform(_ chord: KeyChord, until deadline: ContinuousClock.Instant) async throws {
        guard hasDevTools != false else {
            try await attempt(.performActions([chord.source]), until: deadline)
            return
        }
        let held = chord.modifiers.compactMap { $0.character.first.map(KeyboardKey.init) }
        guard let key = chord.key.character.first.map(KeyboardKey.init) else { return }
        var modifiers: KeyboardKey.Modifiers = []
        for each in held {
            modifiers.formUnion(each.modifier ?? [])
            try await dispatch(KeyEvent(each, isDown: true, held: modifiers), until: deadline)
        }
        let pressed = modifiers.union(key.modifier ?? [])
        try await dispatch(KeyEvent(key, isDown: true, held: pressed), until: deadline)
        try await dispatch(KeyEvent(key, isDown: false, held: modifiers), until: deadline)
        for each in held.reversed() {
            modifiers.subtract(each.modifier ?? [])
            try await dispatch(KeyEvent(each, isDown: false, held: modifiers), until: deadline)
        }
        try await Task.sleep(for: Self.pause)
    }

    /// Types on what has the focus.
    func perform(typing text: String, until deadline: ContinuousClock.Instant) async throws {
        for key in text.map(KeyboardKey.init) {
            try await dispatch(KeyEvent(key, isDown: true, held: []), until: deadline)
            try await dispatch(KeyEvent(key, isDown: false, held: []), until: deadline)
        }
        try await Task.sleep(for: Self.pause)
    }

    private func dispatch(_ event: KeyEvent, until deadline: ContinuousClock.Instant) async throws {
        try await dispatch("Input.dispatchKeyEvent", event, until: deadline)
    }

    /// Sends an event. A page that asks whether it may be left, or is left, as it gets it has got it; one that asked
    /// before is left without it, and the next page gets nothing that was not meant for it.
    private func dispatch(
        _ method: String,
        _ event: some Encodable,
        until deadline: ContinuousClock.Instant
    ) async throws {
        mayBeLeaving = true
        do {
            try await attempt(
                Command<Nothing>.executeCDP(method, event),
                isForThisPage: true,
                until: deadline
            )
        } catch let error as WebDriverError where error.isOfLostDocument {
            // What came of it, the next look tells.
        }
    }
}
