import CanaryModel

/// What was seen of the conditions of one frame so far.
struct ConditionWatch {
    let group: ConditionGroup
    private(set) var states: [SeenConditions.State]
    private var logs: [ObservationLog]
    /// How each was when something last matched, where nothing does now.
    private var earlier: [SeenConditions.Earlier?]
    private var url: String?
    private var title: String?
    /// What was seen of the frame to look in where it could not be entered.
    private var missingFrame: Diagnosis?

    init(_ group: ConditionGroup) {
        self.group = group
        let unseen = SeenConditions.State(holds: false, matches: 0, visible: 0, elements: [])
        states = Array(repeating: unseen, count: group.conditions.count)
        logs = Array(repeating: ObservationLog(), count: group.conditions.count)
        earlier = Array(repeating: nil, count: group.conditions.count)
    }

    /// How long has been looked, in ms.
    var waited: Int { logs.first?.waited ?? 0 }

    /// Whether anything was seen at all, or the frame to look in was not there.
    private var hasLooked: Bool {
        logs.contains { $0.looks > 0 } || states.contains { $0.reason == .noFrame }
    }

    /// Takes in what one script saw.
    mutating func take(_ judgement: Judgement, from start: Int) {
        (url, title) = (judgement.place.url, judgement.place.title)
        for (index, state) in (judgement.conditions ?? []).enumerated() where states.indices.contains(index) {
            states[index] = state
            earlier[index] = state.before ?? SeenConditions.Earlier(state) ?? earlier[index]
            logs[index].add(firstHeld: state.firstHeld, lastHeld: state.lastHeld, from: start)
            logs[index].add(
                looks: judgement.looks,
                firstSeen: state.firstSeen,
                lastSeen: state.lastSeen,
                from: start
            )
        }
    }

    /// Takes in what scripts of the flow returned.
    mutating func take(_ states: [SeenConditions.State], at place: DocumentState?) {
        (url, title) = (place?.url, place?.title)
        self.states = states
        for index in logs.indices { logs[index].add(looks: 1, firstSeen: nil, lastSeen: nil, from: 0) }
    }

    /// Takes in that the frame is not there: nothing in it can hold but that something is not there.
    mutating func frameIsMissing(_ seen: [Diagnosis]) {
        for (index, condition) in group.conditions.enumerated() {
            states[index].holds = condition.holdsWithoutFrame
            states[index].reason = .noFrame
        }
        missingFrame = seen.first
        url = seen.first?.url
        title = seen.first?.title
    }

    /// Whether all conditions would hold if no more of the document was to come.
    var holdsOfWhatCame: Bool { hasLooked && states.allSatisfy { $0.holds || $0.isComing == true } }

    /// The conditions that do not hold, each with why; none where nothing was seen of them.
    var missed: [(condition: Condition, diagnosis: Diagnosis)] {
        guard hasLooked else { return [] }
        return zip(group.conditions, states).enumerated().compactMap { index, seen in
            let (condition, state) = seen
            if state.holds { return nil }
            var diagnosis = Diagnosis(
                of: condition.target,
                name: condition.name,
                wanted: condition.wanted,
                reason: state.reason ?? .absent
            )
            (diagnosis.actual, diagnosis.expected) = (state.actual, condition.expected)
            (diagnosis.matches, diagnosis.visibleMatches) = (state.matches, state.visible)
            (diagnosis.elements, diagnosis.frame) = (state.elements, group.frame.map(\.written))
            (diagnosis.url, diagnosis.title) = (url, title)
            diagnosis.hiddenBy = state.hiddenBy
            diagnosis.coveredBy = state.coveredBy
            diagnosis.take(logs[index])
            (diagnosis.heldFrom, diagnosis.heldUntil) = (logs[index].firstHeld, logs[index].lastHeld)
            if let before = earlier[index] { diagnosis.take(before) }
            if diagnosis.reason == .noFrame, let missingFrame { diagnosis.take(frame: missingFrame) }
            diagnosis.position = condition.position
            return (condition, diagnosis)
        }
    }

    /// Which alternatives fitted, where there were several, and what is visible but painted over.
    var notes: [String] {
        zip(group.conditions, states).flatMap { condition, state -> [String] in
            guard let target = condition.target else { return [] }
            let cover = state.coveredBy.map { "\(target.written) is painted over by \($0)" }
            return [Target.note(alternative: state.alternative, of: target), cover].compactMap(\.self)
        }
    }
}

extension SeenConditions.Earlier {
    /// What is kept of a look at which something matched; `nil` where nothing did.
    fileprivate init?(_ state: SeenConditions.State) {
        guard state.matches > 0, state.reason != .absent else { return nil }
        self.init(
            holds: state.holds,
            reason: state.reason,
            actual: state.actual,
            elements: state.elements,
            hiddenBy: state.hiddenBy
        )
    }
}

extension Diagnosis {
    /// Tells why it did not hold while something matched, where nothing does now.
    fileprivate mutating func take(_ before: SeenConditions.Earlier) {
        guard reason == .absent, matches == 0, let lastSeen, !before.holds, let earlier = before.reason else {
            return
        }
        (reason, goneAfter) = (earlier, lastSeen)
        (actual, elements, hiddenBy) = (before.actual, before.elements, before.hiddenBy)
    }
}

extension Condition {
    /// Whether it holds where there is no frame to look in: that something is hidden or absent does.
    var holdsWithoutFrame: Bool {
        switch kind {
        case .state(.hidden, _), .state(.absent, _): !isNegated
        case .state(.visible, _), .state(.present, _): isNegated
        default: false
        }
    }
}

extension Target {
    /// Says which of several alternatives fitted; `nil` where there is but one.
    static func note(alternative: Int?, of target: Target) -> String? {
        guard target.alternatives.count > 1, let alternative,
            target.alternatives.indices.contains(alternative)
        else { return nil }
        let count = target.alternatives.count
        return
            "matched by \(target.alternatives[alternative].written) (alternative \(alternative + 1) of \(count))"
    }
}
