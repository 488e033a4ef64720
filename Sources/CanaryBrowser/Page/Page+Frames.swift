import CanaryModel
import WebDriver

extension Page {
    /// Makes the frame at `path`, from outer to inner, the current one; nothing where it is so already.
    ///
    /// chromedriver goes on in the top document when a frame is removed, so each answer of a script tells where
    /// it ran (``ask(_:_:until:)``), and the path is walked anew from the top where that was somewhere else.
    ///
    /// Frames that the innermost document cannot see are looked at once more where something may have changed them.
    ///
    /// - Throws: ``BrowserError`` with the diagnosis `noFrame` when a frame is not there by the deadline.
    func enter(_ path: [Target], until deadline: ContinuousClock.Instant) async throws {
        if currentFrame == path, path.isEmpty || !frameView.isOutdated { return }
        if currentFrame != [] { try await attempt(.switchToFrame(.top), until: deadline) }
        currentFrame = []
        // Not known while a switch is under way: it may be cancelled and have happened.
        defer { if currentFrame != path { currentFrame = nil } }
        for (depth, target) in path.enumerated() {
            let outer = Array(path[..<depth])
            let request = Search(target: target, need: .present, preparation: .frame, wanted: "to be a frame")
            do {
                let found = try await find(request, until: deadline)
                guard let element = found.element else { throw Self.noFrame(target, outer, []) }
                currentFrame = nil
                try await attempt(.switchToFrame(.element(element)), until: deadline)
                if let frame = found.frame { frameView.enter(frame) }
            } catch let error as BrowserError where error.code == .selector {
                throw Self.noFrame(target, outer, error.diagnoses)
            }
            currentFrame = Array(path[...depth])
        }
    }

    private static func noFrame(_ target: Target, _ outer: [Target], _ seen: [Diagnosis]) -> BrowserError {
        var diagnosis =
            seen.first ?? Diagnosis(target: target.written, wanted: "to be a frame", reason: .noFrame)
        diagnosis.reason = .noFrame
        diagnosis.frame = outer.map(\.written)
        return BrowserError(.selector, "the frame \(target.written) was not found", diagnoses: [diagnosis])
    }
}
