import CanaryModel
import WebDriver

// Where the DevTools protocol is there, frames are looked into from outside: scripts of our own run in a world of each,
// also while it is being loaded, the pointer is led by points of the top document, and keys go to what has the focus. The
// session itself enters a frame for what only the driver can do, and where another process draws the frame: chromedriver
// answers nothing there before the frame has loaded.

extension Page {
    /// Whether what is looked into is known to be the top document.
    var isInTopDocument: Bool { context.frame == [] }

    /// Notes that the frames may have gone: the path to the current one is walked anew.
    func distrustFrames() { context.frame = isInTopDocument ? [] : nil }

    /// Whether there is a way beside the driver's own commands for elements.
    var canDoWithoutDriver: Bool { hasDevTools && !context.isSessionInside }

    /// Makes the frame at `path`, from outer to inner, the current one; nothing where it is so already.
    ///
    /// chromedriver goes on in the top document when a frame is removed, so each answer of a script tells where
    /// it ran (``ask(_:_:until:)``), and the path is walked anew from the top where that was somewhere else.
    ///
    /// Frames that the innermost document cannot see are looked at once more where something may have changed them.
    ///
    /// - Parameters:
    ///   - path: The frames.
    ///   - deadline: When to give up looking for them.
    ///   - limit: When a frame must have loaded that only the session can enter; `nil`: by the deadline.
    /// - Throws: ``BrowserError`` with the diagnosis `noFrame` when a frame is not there by the deadline.
    func enter(
        _ path: [Target],
        until deadline: ContinuousClock.Instant,
        loadedBy limit: ContinuousClock.Instant? = nil
    ) async throws {
        if context.frame == path, path.isEmpty || !context.view.isOutdated { return }
        if context.isSessionInside || context.frame == nil {
            try await attempt(.switchToFrame(.top), until: limit ?? deadline)
        }
        context.leaveFrames()
        context.frame = []
        // Not known while a switch is under way: it may be cancelled and have happened.
        defer { if context.frame != path { context.frame = nil } }
        for (depth, target) in path.enumerated() {
            let outer = Array(path[..<depth])
            let request = TargetQuery(
                target: target,
                need: .present,
                preparation: .frame,
                wanted: "to be a frame"
            )
            do {
                let found = try await find(request, until: deadline)
                guard let element = found.element else { throw Self.noFrame(target, outer, []) }
                context.frame = nil
                try await goInto(element, until: limit ?? deadline)
                if let frame = found.frame { context.view.enter(frame) }
            } catch let error as BrowserError where error.code == .selector {
                throw Self.noFrame(target, outer, error.diagnoses)
            }
            context.frame = Array(path[...depth])
        }
    }

    /// Goes from the frame that was reached into one of its own.
    private func goInto(_ element: Element, until deadline: ContinuousClock.Instant) async throws {
        if !context.isSessionInside,
            let inner = devTools.worlds[context.lookFrame ?? devTools.topFrame ?? ""]?.frames[element],
            try await hasWorld(inner, until: deadline)
        {
            context.lookFrame = inner
            context.elements.append(element)
            return
        }
        for outer in context.elements { try await attempt(.switchToFrame(.element(outer)), until: deadline) }
        context.enterByDriver()
        try await attempt(.switchToFrame(.element(element)), until: deadline)
    }

    /// Whether a frame can be looked into from outside: not one that another process draws.
    private func hasWorld(_ frame: String, until deadline: ContinuousClock.Instant) async throws -> Bool {
        if devTools.worlds[frame] != nil { return true }
        do {
            return try await renewWorld(of: frame, until: deadline) != nil
        } catch let error as WebDriverError where error.code == .targetFrameDetached {
            return false
        }
    }

    /// Brings the session into the current frame, for what only the driver can do there.
    ///
    /// - Throws: ``BrowserError`` with code `timeout` where the frame has not loaded by the deadline.
    func bringSession(until deadline: ContinuousClock.Instant) async throws {
        guard context.isOutside, let lookFrame = context.lookFrame else { return }
        try await awaitLoad(of: lookFrame, until: deadline)
        context.isSessionInside = true
        for element in context.elements {
            try await attempt(.switchToFrame(.element(element)), until: deadline)
        }
    }

    /// Takes the session out of a frame that can be looked into from outside.
    func takeSessionOut(until deadline: ContinuousClock.Instant) async throws {
        guard context.isSessionInside, context.lookFrame != nil else { return }
        try await send(.switchToFrame(.top), until: deadline)
        context.isSessionInside = false
    }

    private func awaitLoad(of frame: String, until deadline: ContinuousClock.Instant) async throws {
        while true {
            let request = ["slice": slice(until: deadline)]
            let seen: Answer<SeenLoad>? = try await call(
                PageScript.awaitCompletion,
                [request],
                in: frame,
                until: deadline
            )
            guard let seen else { throw try await dialogError(saying: nil) }
            if seen.place.isScriptless == true || seen.seen.isComplete == true { return }
            if .now >= deadline {
                let name = context.frame?.last?.written ?? "the frame"
                throw BrowserError(.timeout, "the frame \(name) did not load in time")
            }
        }
    }

    private static func noFrame(_ target: Target, _ outer: [Target], _ seen: [Diagnosis]) -> BrowserError {
        var diagnosis =
            seen.first ?? Diagnosis(of: target, wanted: "to be a frame", reason: .noFrame)
        if diagnosis.reason != .hidden { diagnosis.hiddenBy = nil }
        let isFrame = diagnosis.hiddenBy != nil || diagnosis.actual != nil
        diagnosis.reason = .noFrame
        diagnosis.frame = outer.map(\.written)
        let message =
            isFrame
            ? "the frame \(target.written) could not be entered"
            : diagnosis.matches == 1
                ? "\(target.written) is not a frame" : "the frame \(target.written) was not found"
        return BrowserError(.selector, message, diagnoses: [diagnosis])
    }
}

/// How far a document is loaded (`look.js`).
private struct SeenLoad: Decodable, Sendable {
    var isComplete: Bool?
}
