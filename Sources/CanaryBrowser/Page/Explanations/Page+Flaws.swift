import CanaryModel
import WebDriver

extension Page {
    /// How many of a kind are asked for, and how long their texts may be.
    private static let mostFlaws = 3
    private static let longestFlaw = 500

    /// What the page says of what went wrong: in the frame of the last look, and around it.
    ///
    /// - Returns: Nothing where the page cannot tell: it is the failure that counts.
    public func flaws(until deadline: ContinuousClock.Instant) async -> [SeenFlaws] {
        if driver.ended != nil { return [] }
        let inner = context.frame == [] ? nil : await flawsHere()
        guard await goesToTop(until: deadline) else { return [inner].compactMap(\.self) }
        return [inner, await flawsHere()].compactMap(\.self)
    }

    /// Leaves all frames, and never ends a browser that does not answer: the evidence of the failure is still to come.
    private func goesToTop(until deadline: ContinuousClock.Instant) async -> Bool {
        if isInTopDocument { return true }
        let wasOutside = context.isOutside
        context.frame = nil
        do {
            if !wasOutside { try await live.session.send(.switchToFrame(.top), deadline: deadline) }
        } catch {
            return false
        }
        context.leaveFrames()
        context.frame = []
        return true
    }

    private func flawsHere() async -> SeenFlaws? {
        let request = FlawsRequest(most: Self.mostFlaws, longest: Self.longestFlaw)
        return await asked(PageScript.flaws, [request], losing: "what the page says of what went wrong")
    }
}
