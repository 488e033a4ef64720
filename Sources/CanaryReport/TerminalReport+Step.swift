import CanaryModel

extension TerminalReport {
    /// The line of a step, its notes, and its failures in full.
    ///
    /// The steps of a group are shown in a verbose report, and where the group did not pass.
    func lines(for step: StepResult, isCleanup: Bool) -> [String] {
        let isWrong = step.outcome == .failed || step.outcome == .error
        if step.outcome == .skipped && step.started == nil { return [] }
        let isTold = isWrong || step.warnings != nil || verbosity != .quiet
        guard isTold else { return [] }
        let inner = isWrong || verbosity == .verbose ? step.steps.filter { $0.outcome != .skipped } : []
        let own = (inner.isEmpty ? step.failures : [step.ownFailure].compactMap(\.self)).flatMap(lines)
        return [line(for: step, prefix: isCleanup ? "cleanup: " : "")] + notes(step.notes)
            + logged(step) + warnings(step) + own
            + inner.flatMap {
                // What is forgiven of an optional group is a note.
                [line(for: $0, prefix: "  ")] + notes($0.notes)
                    + (isWrong ? step.failures(of: $0).flatMap(lines) : [])
            }
    }

    /// What is reported when an attempt ends: a failure outside of all steps, what was not reached, notes, the browser.
    func lines(for attempt: AttemptResult) -> [String] {
        let failure = attempt.failureOutsideSteps.map { failure in
            [line(failure.code.outcome, attempt.duration, failure.code.outcome.verdict)]
                + lines(for: StepFailure(failure: failure, step: nil))
        }
        guard verbosity != .quiet else { return failure ?? [] }
        return (failure ?? []) + unreached(attempt.steps + attempt.cleanup) + notes(attempt.notes)
            + (verbosity == .verbose ? notes([attempt.environment?.summary].compactMap(\.self)) : [])
    }

    /// `  ✓  182 ms  Landing page`.
    func line(_ outcome: Outcome, _ duration: Int, _ name: String) -> String {
        let isWrong = outcome == .failed || outcome == .error
        let time = paint(column(duration.elapsed), .dim)
        return "  \(mark(outcome)) \(time)  \(isWrong ? paint(name, .bold) : name)"
    }

    /// A text at the right of the column of times.
    func column(_ text: String) -> String {
        String(repeating: " ", count: max(0, 7 - text.count)) + text
    }

    private func line(for step: StepResult, prefix: String) -> String {
        let name = prefix + step.name.printable(upTo: 100)
        let tries = step.attempts > 1 ? paint("  \(step.attempts) tries", .dim) : ""
        return line(step.outcome, step.duration, name) + tries
    }

    /// What a step wrote, and in a verbose report what held and what it saved.
    private func logged(_ step: StepResult) -> [String] {
        let lines = (step.log ?? []).map { line in
            let sign = line.level == .info ? "›" : paint("!", line.level == .error ? .red : .yellow)
            return "    \(column(sign))  \(line.text.printable(upTo: 500))"
        }
        guard verbosity == .verbose else { return lines }
        return lines + notes((step.held ?? []).map { "held: " + $0 } + step.savedLines)
            + step.failedExchange(bodyUpTo: 4000).map {
                paint("             \($0.printable(upTo: 2000))", .dim)
            }
    }

    private func warnings(_ step: StepResult) -> [String] {
        step.warningSentences.map { "    \(column(paint("!", .yellow)))  \($0.printable(upTo: 500))" }
    }

    private func notes(_ notes: [String]) -> [String] {
        notes.map { paint("    \(column("·"))  \($0.printable(upTo: 300))", .dim) }
    }

    private func unreached(_ steps: [StepResult]) -> [String] {
        let names = steps.filter { $0.outcome == .skipped && $0.started == nil }.map {
            $0.name.printable(upTo: 40)
        }
        guard !names.isEmpty else { return [] }
        let list =
            names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", … \(names.count - 5) more" : "")
        return ["  " + mark(.skipped) + paint(" \(column(""))  not reached: \(list)", .dim)]
    }
}

extension BrowserEnvironment {
    /// `chrome-headless-shell 156.0.1, driver 156.0.1, linux, 1280 × 720, without sandbox`.
    var summary: String {
        "\(browser) \(browserVersion), driver \(driverVersion), \(platform)"
            + (viewport.map { ", \($0.width) × \($0.height)" } ?? "")
            + (isSandboxOff ? ", without sandbox" : "")
    }
}
