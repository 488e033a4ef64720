import CanaryModel

extension FlowResult {
    /// The result without the files that gave way to others, and with notes that say so.
    func without(_ removed: Set<String>) -> FlowResult {
        if removed.isEmpty { return self }
        var result = self
        result.attempts = attempts.map { $0.without(removed) }
        return result
    }
}

extension AttemptResult {
    fileprivate func without(_ removed: Set<String>) -> AttemptResult {
        var result = self
        result.steps = steps.map { $0.without(removed) }
        result.cleanup = cleanup.map { $0.without(removed) }
        for file in [\EvidenceFiles.console, \.network, \.dom] {
            guard let path = evidence[keyPath: file], removed.contains(path) else { continue }
            result.evidence[keyPath: file] = nil
            result.notes.append("\(path) was removed: \(reason)")
        }
        return result
    }
}

extension StepResult {
    fileprivate func without(_ removed: Set<String>) -> StepResult {
        var result = self
        if let screenshot, removed.contains(screenshot) {
            (result.screenshot, result.region) = (nil, nil)
            result.notes.append("the screenshot was removed: \(reason)")
        }
        result.steps = steps.map { $0.without(removed) }
        return result
    }
}

/// Why a file is gone.
private let reason = "the run's evidence took more than it may"
