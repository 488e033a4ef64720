import CanaryModel

extension Diagnosis {
    /// What was seen, beyond what the sentence says.
    var facts: [Fact] {
        difference + [looked, late, matched, nearby, lookedIn].compactMap(\.self)
    }

    /// What was seen, without what would have matched.
    var seen: [Fact] { difference + [looked, matched, lookedIn].compactMap(\.self) }

    private var looked: Fact? {
        guard looks > 0 else { return nil }
        return Fact(
            "looked",
            "\(looks == 1 ? "once" : "\(looks) times") in \(waited.elapsed)" + (sight ?? "")
        )
    }

    private var late: Fact? {
        appearedAfter.map { Fact("came", "after \($0.elapsed), too late: a longer timeout lets it") }
    }

    private var sight: String? {
        if let firstSeen, let lastSeen {
            return "; seen from \(firstSeen.elapsed) to \(lastSeen.elapsed)"
        }
        return reason == .absent ? "; never seen" : nil
    }

    private var matched: Fact? {
        guard matches > 0 else { return nil }
        let shown = elements.prefix(5).map { $0.cut(to: 200) }
        if matches == 1, let element = shown.first { return Fact("match", element) }
        // Those that are hidden are listed only where none is visible.
        let unshown = (visibleMatches > 0 ? visibleMatches : matches).subtracting(clamped: shown.count)
        let more = unshown > 0 && !shown.isEmpty ? ["… and \(unshown) more"] : []
        return Fact("matches", ["\(matches), of which \(visibleMatches) visible"] + shown + more)
    }

    private var nearby: Fact? {
        suggestions.isEmpty ? nil : Fact("these match", suggestions.prefix(5).map { $0.cut(to: 200) })
    }

    private var lookedIn: Fact? {
        guard !frame.isEmpty else { return nil }
        return Fact("frame", frame.map { $0.cut(to: 100) }.joined(separator: " › "))
    }
}
