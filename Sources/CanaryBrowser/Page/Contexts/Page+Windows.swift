public import CanaryModel
import WebDriver

extension Page {
    /// Goes to a window that is left, the main one if it is, where the page's own is gone: so that cleanup can run.
    ///
    /// - Throws: ``BrowserError`` with code `window` where none is left.
    public func switchToRemainingWindow(until deadline: ContinuousClock.Instant) async throws(BrowserError) {
        try await explaining {
            let left = try await send(.getWindowHandles, until: deadline)
            guard let window = context.windows.first(where: left.contains) ?? left.first else {
                throw BrowserError(.window, "no window is left")
            }
            try await send(.switchToWindow(window), until: deadline)
            if context.windows.isEmpty { context.windows = [window] }
            enteredWindow()
        }
    }

    /// Goes to another window, or closes the current one.
    ///
    /// - Throws: ``BrowserError`` with code `window` where there is no such window by the deadline.
    public func goTo(
        _ window: WindowChoice,
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) {
        try await explaining {
            if context.windows.isEmpty {
                context.windows = [try await send(.getWindowHandle, until: deadline)]
            }
            switch window {
            case .main: try await switchTo(context.windows[0], until: deadline)
            case .number(let number): try await switchTo(try await handle(number, deadline), until: deadline)
            case .new: try await goToNewWindow(until: deadline)
            case .close: try await closeWindow(until: deadline)
            }
        }
    }

    @discardableResult
    private func switchTo(
        _ handle: WindowHandle,
        until deadline: ContinuousClock.Instant
    ) async throws -> DocumentState? {
        try await send(.switchToWindow(handle), until: deadline)
        enteredWindow()
        let place = try await settle(since: nil, until: deadline)
        guard place?.url == "about:blank", hasDevTools else { return place }
        while try await isAwaitingFirst(until: deadline) {
            if .now >= deadline { return nil }
            try await Task.sleep(for: .milliseconds(20))
        }
        return try await settle(since: nil, until: deadline)
    }

    /// Whether the window still waits for the first document that it was opened for: until then the blank one in it
    /// answers, and the browser tells no address of it (Chromium 156).
    private func isAwaitingFirst(until deadline: ContinuousClock.Instant) async throws -> Bool {
        let command = Command<TargetReply>.executeCDP("Target.getTargetInfo")
        return try await send(command, until: deadline).targetInfo.url.isEmpty
    }

    /// Takes in that the session is in the top document of another window, in the browser's own way.
    func enteredWindow() {
        (context.frame, documents.place) = ([], nil)
        forgetTopFrame()
        context.leaveFrames()
    }

    /// Goes to a window that was not seen before, and back to the main one where no document comes there.
    private func goToNewWindow(until deadline: ContinuousClock.Instant) async throws {
        let new = try await newWindow(until: deadline)
        do {
            if try await switchTo(new, until: deadline) != nil { return }
        } catch let error as BrowserError where error.code == .timeout {
            // It waits for its server.
        }
        try await send(.switchToWindow(context.windows[0]), until: deadline)
        enteredWindow()
        throw BrowserError(
            .timeout,
            "no document came in the new window",
            help: "its server has not answered, or sent a download, as a PDF may be"
        )
    }

    /// Waits for a window that was not seen before; WebDriver has no event for it, so it is asked every 20 ms.
    private func newWindow(until deadline: ContinuousClock.Instant) async throws -> WindowHandle {
        while true {
            let unseen = try await send(.getWindowHandles, until: deadline).filter {
                !context.windows.contains($0)
            }
            if let newest = unseen.last {
                context.windows += unseen
                return newest
            }
            if ContinuousClock.now >= deadline { throw BrowserError(.window, "no new window opened") }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    private func handle(_ number: Int, _ deadline: ContinuousClock.Instant) async throws -> WindowHandle {
        while true {
            let open = try await send(.getWindowHandles, until: deadline)
            context.windows += open.filter { !context.windows.contains($0) }
            if context.windows.indices.contains(number) {
                if open.contains(context.windows[number]) { return context.windows[number] }
                throw BrowserError(.window, "window \(number) is closed")
            }
            if ContinuousClock.now >= deadline {
                throw BrowserError(
                    .window,
                    "there is no window \(number): \(context.windows.count) were opened"
                )
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    private func closeWindow(until deadline: ContinuousClock.Instant) async throws {
        let open = try await send(.getWindowHandles, until: deadline)
        guard open.count > 1 else {
            throw BrowserError(.window, "the only window cannot be closed: the session would end with it")
        }
        let left = try await send(Command<[WindowHandle]>.closeWindow, until: deadline)
        guard let next = left.contains(context.windows[0]) ? context.windows[0] : left.last else {
            throw BrowserError(.window, "no window is left")
        }
        try await switchTo(next, until: deadline)
    }
}

/// The answer of the DevTools protocol's `Target.getTargetInfo`.
private struct TargetReply: Decodable, Sendable {
    struct Info: Decodable { let url: String }
    let targetInfo: Info
}
