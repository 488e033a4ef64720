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
    /// - Returns: When; what it does is done when a button is first let go, or at the start where none is.
    /// - Throws: `WebDriverError`, ``BrowserError`` where a dialog opened; no button is left pressed.
    @discardableResult
    func perform(
        _ steps: [PointerStep],
        until deadline: ContinuousClock.Instant
    ) async throws -> ContinuousClock.Instant {
        let start = ContinuousClock.now
        guard hasDevTools else {
            let actions = steps.map(PointerAction.init)
            try await attempt(.performActions([.pointer(actions)]), until: deadline)
            return start
        }
        do {
            return try await performEach(steps, until: deadline) ?? start
        } catch {
            // What ends in the middle must not leave a button pressed, nor is it to last, where it was cancelled.
            await Task { await letGo(until: .now + .seconds(1)) }.value
            throw error
        }
    }

    /// Lets go of the buttons that are held.
    private func letGo(until deadline: ContinuousClock.Instant) async {
        while let button = devTools.mouse.held.popFirst() {
            let event = MouseEvent(.released, devTools.mouse, button: button)
            let command = Command<Nothing>.executeCDP("Input.dispatchMouseEvent", event)
            do {
                try await live.session.send(command, deadline: deadline)
            } catch {
                return  // the page has gone, or answers nothing: the error that led here tells more
            }
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
                let goal = SeenPoint(x: devTools.mouse.point.x + way.x, y: devTools.mouse.point.y + way.y)
                try await move(to: goal, over: duration, until: deadline)
            case .down(let button):
                devTools.mouse.held.insert(button)
                clicks += 1
                guard try await dispatch(.pressed, button, clicks, until: deadline) else { return release }
            case .up(let button):
                devTools.mouse.held.remove(button)
                release = release ?? .now
                guard try await dispatch(.released, button, clicks, until: deadline) else { return release }
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
        let start = devTools.mouse.point
        let count = max(1, Int(clamped: duration / Self.moveInterval))
        for step in 1...count {
            let part = Double(step) / Double(count)
            devTools.mouse.point = SeenPoint(
                x: start.x + (goal.x - start.x) * part,
                y: start.y + (goal.y - start.y) * part
            )
            guard try await dispatch(.moved, nil, 0, until: deadline) else { return }
            if step < count { try await Task.sleep(for: Self.moveInterval) }
        }
    }

    private func dispatch(
        _ kind: MouseEvent.Kind,
        _ button: Int?,
        _ clicks: Int,
        until deadline: ContinuousClock.Instant
    ) async throws -> Bool {
        var event = MouseEvent(kind, devTools.mouse, button: button)
        if kind != .moved { event.clickCount = clicks }
        return try await dispatch("Input.dispatchMouseEvent", event, until: deadline)
    }

    /// Presses keys one after the other and lets them go; those before the last are held meanwhile where it is a chord.
    func perform(_ chord: KeyChord, until deadline: ContinuousClock.Instant) async throws {
        guard hasDevTools else {
            try await attempt(.performActions([chord.source]), until: deadline)
            return
        }
        let held = chord.modifiers.compactMap { $0.character.first.map(KeyboardKey.init) }
        guard let key = chord.key.character.first.map(KeyboardKey.init) else { return }
        var modifiers: KeyboardKey.Modifiers = []
        var events: [KeyEvent] = []
        for each in held {
            modifiers.formUnion(each.modifier ?? [])
            events.append(KeyEvent(each, isDown: true, held: modifiers))
        }
        events.append(KeyEvent(key, isDown: true, held: modifiers.union(key.modifier ?? [])))
        events.append(KeyEvent(key, isDown: false, held: modifiers))
        for each in held.reversed() {
            modifiers.subtract(each.modifier ?? [])
            events.append(KeyEvent(each, isDown: false, held: modifiers))
        }
        try await dispatch(events, until: deadline)
        try await Task.sleep(for: Self.pause)
    }

    /// Types on what has the focus.
    func perform(typing text: String, until deadline: ContinuousClock.Instant) async throws {
        for character in text {
            // A key makes no more than four units of text; what is longer, as a family of people, is put in.
            if String(character).utf16.count > 4 {
                guard try await dispatch("Input.insertText", ["text": String(character)], until: deadline)
                else { return }
                continue
            }
            let key = KeyboardKey(character)
            let events = [true, false].map { KeyEvent(key, isDown: $0, held: []) }
            guard try await dispatch(events, until: deadline) else { return }
        }
        try await Task.sleep(for: Self.pause)
    }

    @discardableResult
    private func dispatch(_ events: [KeyEvent], until deadline: ContinuousClock.Instant) async throws -> Bool
    {
        for event in events {
            guard try await dispatch("Input.dispatchKeyEvent", event, until: deadline) else { return false }
        }
        return true
    }

    /// Sends an event.
    ///
    /// A page that asks whether it may be left, or is left, as it gets it has got it; one that asked before is left without
    /// it, and the next page gets nothing that was not meant for it.
    ///
    /// - Returns: Whether the page is still there, as far as the driver tells.
    private func dispatch(
        _ method: String,
        _ event: some Encodable,
        until deadline: ContinuousClock.Instant
    ) async throws -> Bool {
        documents.mayBeLeaving = true
        do {
            try await attempt(
                Command<Nothing>.executeCDP(method, event),
                isForThisPage: true,
                until: deadline
            )
            return true
        } catch let error as WebDriverError where error.isOfLostDocument {
            return false  // what came of it, the next look tells
        }
    }
}
