import CanaryModel

/// Conditions that are judged in one frame, by one script.
struct ConditionGroup {
    let frame: [Target]
    let conditions: [Condition]

    /// Groups conditions by the frame they look in, in the order in which the frames come up.
    ///
    /// Title and URL are the top document's, whatever the step's frame.
    static func split(_ conditions: [Condition], frame: [Target]) -> [ConditionGroup] {
        var frames: [[Target]] = []
        var groups: [[Target]: [Condition]] = [:]
        for condition in conditions {
            let path = condition.target.map { frame + $0.frame } ?? []
            if groups[path] == nil { frames.append(path) }
            groups[path, default: []].append(condition)
        }
        return frames.map { ConditionGroup(frame: $0, conditions: groups[$0] ?? []) }
    }
}
