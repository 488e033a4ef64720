import CanaryModel

/// Conditions that are judged in one frame: by one script, or by scripts of the flow.
struct ConditionGroup {
    let frame: [Target]
    /// Whether they are on what scripts of the flow return.
    var isOnScripts = false
    let conditions: [Condition]

    /// Groups conditions by the frame they look in, in the order in which the frames come up.
    ///
    /// Title and URL are the top document's, whatever the step's frame.
    static func split(_ conditions: [Condition], frame: [Target]) -> [ConditionGroup] {
        var groups: [ConditionGroup] = []
        for condition in conditions {
            let isOnScript = condition.script != nil
            let path = condition.target.map { frame + $0.frame } ?? (isOnScript ? frame : [])
            let fitting = groups.firstIndex { $0.frame == path && $0.isOnScripts == isOnScript }
            guard let index = fitting else {
                groups.append(Self(frame: path, isOnScripts: isOnScript, conditions: [condition]))
                continue
            }
            let all = groups[index].conditions + [condition]
            groups[index] = Self(frame: path, isOnScripts: isOnScript, conditions: all)
        }
        // Last, as they do not wait themselves: what the others waited for holds when they are run.
        return groups.filter { !$0.isOnScripts } + groups.filter(\.isOnScripts)
    }
}

extension Condition {
    /// The script whose value is compared, and how.
    var script: (Script, Comparison)? {
        if case .script(let script, let comparison) = kind { (script, comparison) } else { nil }
    }
}
