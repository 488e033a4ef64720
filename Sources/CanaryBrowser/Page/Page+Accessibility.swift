import CanaryModel
import WebDriver

// Role and label targets: the page offers candidates, and the browser's accessibility tree has the last word.

extension Page {
    /// The most candidates that are asked about one by one (5 ms each); for more, the tree is asked at once (36 ms).
    private static let fewCandidates = 7
    /// As many as an action needs, which is done to one: on a page with thousands the tree takes seconds.
    private static let someCandidates = 30

    /// A target for the page, with the elements in place of roles and labels.
    ///
    /// Waits, at most for `longest`, until there is a candidate; where there are alternatives, not at all.
    /// `isAgain`: the last answer led nowhere, so the page must change first.
    func resolved(
        _ target: Target,
        isAgain: Bool,
        waiting longest: Duration = longestSlice,
        areSomeEnough: Bool = false,
        until deadline: ContinuousClock.Instant
    ) async throws -> PageTarget {
        guard target.needsAccessibilityTree else { return target.unresolved }
        let longest = target.alternatives.count == 1 ? longest : .zero
        var result = PageTarget(alternatives: [])
        for selector in target.alternatives {
            let found = try await resolved(
                selector,
                isAgain: isAgain,
                waiting: longest,
                areSomeEnough: areSomeEnough,
                until: deadline
            )
            result.alternatives.append(found)
        }
        return result
    }

    private func resolved(
        _ selector: Selector,
        isAgain: Bool,
        waiting longest: Duration,
        areSomeEnough: Bool,
        until deadline: ContinuousClock.Instant
    ) async throws -> PageSelector {
        var result = PageSelector(selector.strategy)
        result.nth = selector.nth
        if let within = selector.within {
            result.within = try await resolved(within, isAgain: isAgain, waiting: longest, until: deadline)
        }
        guard let wanted = AccessibleName(selector.strategy) else { return result }
        let request = CandidatesRequest(
            selector: result,
            slice: slice(until: deadline, atMost: longest),
            isAgain: isAgain,
            isFrameHidden: frameView.isHidden
        )
        let answer: Answer<SeenCandidates>? = try await ask(
            PageScript.awaitCandidates,
            request,
            until: deadline
        )
        result.elements = try await accessible(
            answer?.candidates ?? [],
            wanted,
            areSomeEnough: areSomeEnough,
            deadline
        )
        return result
    }

    /// Those candidates that have the role and name in the accessibility tree.
    private func accessible(
        _ candidates: [Element],
        _ wanted: AccessibleName,
        areSomeEnough: Bool,
        _ deadline: ContinuousClock.Instant
    ) async throws -> [Element] {
        let candidates = areSomeEnough ? Array(candidates.prefix(Self.someCandidates)) : candidates
        if candidates.count > Self.fewCandidates, currentFrame == [], let role = wanted.role,
            let found = try await queryTree(role, candidates, wanted, deadline)
        {
            return found
        }
        var found: [Element] = []
        for candidate in candidates {
            if wanted.role != nil {
                let computed = try await attempt(.getComputedRole(of: candidate), until: deadline)
                if !wanted.isRole(computed) { continue }
            }
            if wanted.name != nil || wanted.role == nil {
                let label = try await attempt(.getComputedLabel(of: candidate), until: deadline)
                if !wanted.isName(label) { continue }
            }
            found.append(candidate)
        }
        return found
    }

    /// The candidates that the DevTools protocol finds in the whole tree; `nil` where it cannot be asked so.
    private func queryTree(
        _ role: String,
        _ candidates: [Element],
        _ wanted: AccessibleName,
        _ deadline: ContinuousClock.Instant
    ) async throws -> [Element]? {
        let numbers = candidates.map(\.backendNodeID)
        guard hasDevTools != false, !numbers.contains(nil) else { return nil }
        do {
            // Without `enable` the query does not answer at all (measured: not in 120 s).
            try await attempt(Command<Nothing>.executeCDP("Accessibility.enable"), until: deadline)
            let root: DOMRoot = try await attempt(
                .executeCDP("DOM.getDocument", ["depth": 0]),
                until: deadline
            )
            let query = AccessibilityQuery(backendNodeId: root.root.backendNodeId, role: role)
            let tree: AccessibilityNodes = try await attempt(
                .executeCDP("Accessibility.queryAXTree", query),
                until: deadline
            )
            hasDevTools = true
            let fitting = Set(tree.nodes.filter { wanted.isName($0.text) }.compactMap(\.backendDOMNodeId))
            return zip(candidates, numbers).filter { $1.map(fitting.contains) ?? false }.map(\.0)
        } catch let error as WebDriverError where error.isUnsupported {
            hasDevTools = false
            return nil
        }
    }
}

extension Element {
    /// chromedriver's references end with the DevTools protocol's number of the node: `f.….d.….e.12`.
    ///
    /// That form is its own affair: where a reference looks otherwise, this is `nil`.
    fileprivate var backendNodeID: Int? {
        let parts = reference.split(separator: ".")
        guard parts.count >= 2, parts[parts.count - 2] == "e" else { return nil }
        return Int(parts[parts.count - 1])
    }
}
