public import CanaryModel
import WebDriver

extension Page {
    /// Waits until all conditions hold.
    ///
    /// All are judged at each look, each at least once, also where the deadline has passed already.
    ///
    /// - Parameters:
    ///   - conditions: What must hold.
    ///   - frame: The frames of the step; a condition's own come after them.
    ///   - deadline: When to give up.
    /// - Returns: Notes: which of several alternatives fitted.
    /// - Throws: ``BrowserError`` with code `expectation` and a diagnosis of every condition that does not hold.
    @discardableResult
    public func expect(
        _ conditions: [Condition],
        frame: [Target] = [],
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> [String] {
        try await explaining {
            if case .response(let reading, _)? = conditions.first(where: \.isOfResponse)?.kind {
                throw BrowserError(.flow, "\(reading.written) is read of a response, not of a page")
            }
            context.view.isFresh = false
            documents.beginCount()
            let groups = ConditionGroup.split(conditions, frame: frame)
            var watches = groups.map { ConditionWatch($0) }
            let allHold = try await looking(until: deadline) { attempt -> Bool? in
                var holds = true
                for index in watches.indices {
                    let longest: Duration = watches.count == 1 ? Self.longestSlice : .milliseconds(100)
                    holds = try await judge(&watches[index], attempt, longest, deadline) && holds
                }
                return holds ? true : nil
            }
            if allHold == true {
                try await awaitRest(until: min(deadline, .now + Self.longestRead))
                return watches.flatMap(\.notes)
            }
            if watches.allSatisfy(\.holdsOfWhatCame) { throw isRestless ? Self.restless : await unloaded() }
            var missed: [Diagnosis] = []
            let late = ContinuousClock.now + evidenceTime(Self.longestLateness)
            for watch in watches { missed += await diagnoses(of: watch, lateUntil: late) }
            if missed.isEmpty { throw unseen }
            throw BrowserError(.expectation, Self.words(for: missed), diagnoses: missed)
        }
    }

    /// Judges conditions at one look, and looks for no causes: for what does not end a step.
    ///
    /// - Parameters:
    ///   - conditions: What should hold.
    ///   - frame: The frames of the step.
    /// - Throws: ``BrowserError`` as ``expect(_:frame:until:)`` does.
    public func judge(_ conditions: [Condition], frame: [Target] = []) async throws(BrowserError) {
        let isExplaining = step.isExplaining
        step.isExplaining = false
        defer { step.isExplaining = isExplaining }
        try await expect(conditions, frame: frame, until: .now)
    }

    /// How long is waited for the rest of a document on which the conditions hold already: for a picture of all of it,
    /// and to know whether it came to its end.
    private static let longestRead = Duration.seconds(1)

    /// Waits for the rest of the document, once.
    private func awaitRest(until deadline: ContinuousClock.Instant) async throws {
        if let document = documents.place?.document, document == documents.unreadDocument { return }
        if try await !isRead(by: deadline) { documents.unreadDocument = documents.place?.document }
    }

    /// What does not hold in one frame, with when it came too late, or else suggestions for what is absent.
    private func diagnoses(
        of watch: ConditionWatch,
        lateUntil late: ContinuousClock.Instant
    ) async -> [Diagnosis] {
        var diagnoses: [Diagnosis] = []
        for (condition, diagnosis) in watch.missed {
            var diagnosis = diagnosis
            if context.frame == watch.group.frame, let target = condition.target {
                await explain(&diagnosis, of: target, for: condition.query, lateUntil: late)
            }
            diagnoses.append(diagnosis)
        }
        return diagnoses
    }

    /// Judges the conditions of one frame for a slice.
    private func judge(
        _ watch: inout ConditionWatch,
        _ attempt: Int,
        _ longest: Duration,
        _ deadline: ContinuousClock.Instant
    ) async throws -> Bool {
        do {
            let soon = min(deadline, .now + .milliseconds(100))
            try await enter(
                watch.group.frame,
                until: watch.group.frame.isEmpty ? deadline : soon,
                loadedBy: deadline
            )
        } catch let error as BrowserError where error.code == .selector {
            watch.frameIsMissing(error.diagnoses)
            return watch.states.allSatisfy(\.holds)
        }
        if watch.group.isOnScripts { return try await judgeScripts(&watch, until: deadline) }
        var conditions: [PageCondition] = []
        for condition in watch.group.conditions {
            let isAgain = attempt > 1 && watch.group.conditions.count == 1
            let target = try await condition.resolvedTarget(
                on: self,
                isAgain: isAgain,
                isFirst: attempt == 1,
                until: deadline
            )
            conditions.append(PageCondition(condition, target: target))
        }
        let isNamed = watch.group.conditions.contains { $0.target?.needsAccessibilityTree ?? false }
        let request = ConditionsRequest(
            conditions: conditions,
            slice: slice(until: deadline, atMost: isNamed ? min(longest, .milliseconds(100)) : longest),
            isFrameHidden: context.view.isHidden,
            isFrameUnseen: context.view.isUnseen
        )
        let start = watch.waited
        let judgement: Judgement? = try await ask(PageScript.awaitConditions, request, until: deadline)
        guard let judgement else { return false }
        watch.take(judgement, from: start)
        if judgement.holds != true { context.view.isFresh = false }
        return judgement.holds ?? false
    }

    private static func words(for missed: [Diagnosis]) -> String {
        let names = missed.map { "\($0.name ?? $0.target ?? "the page") \($0.wanted)" }
        return names.count == 1 ? "expected \(names[0])" : "\(names.count) expectations do not hold"
    }
}

extension Condition {
    /// The target for the page, roles and labels found; an unfulfilled one is not waited for, so that the
    /// others are judged too.
    fileprivate func resolvedTarget(
        on page: isolated Page,
        isAgain: Bool,
        isFirst: Bool,
        until deadline: ContinuousClock.Instant
    ) async throws -> PageTarget? {
        guard let target else { return nil }
        let search = AccessibilityLookup(
            isAgain: isAgain,
            longest: .milliseconds(isAgain ? 250 : 0),
            enough: isCount ? nil : AccessibilityLookup.some,
            isByLabel: isOnCheck,
            // What is not there must not be anywhere; all else is looked for there once it was not found elsewhere.
            looksIntoClosedTrees: !isFirst || holdsWithoutFrame || isCount,
            deadline: deadline
        )
        return try await page.resolved(target, search)
    }

    private var isCount: Bool {
        if case .reading(.count, _) = kind { true } else { false }
    }

    private var isOnCheck: Bool {
        switch kind {
        case .state(.checked, _), .state(.unchecked, _): true
        default: false
        }
    }
}
