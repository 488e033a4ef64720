import CanaryModel
import WebDriver

// Role and label targets: the page offers candidates, and the browser's accessibility tree has the last word.

extension Page {
    /// The most candidates that are asked about one by one (5 ms each); for more, the tree is asked at once
    /// (36 ms, on a page with thousands seconds).
    private static let fewCandidates = 7
    /// The most candidates without a name that the page hands over where a few are enough.
    private static let mostCandidates = 30

    /// A target for the page, with the elements in place of roles and labels.
    ///
    /// Waits for a candidate as long as the search says; where there are alternatives, not at all.
    func resolved(_ target: Target, _ search: AccessibilityLookup) async throws -> PageTarget {
        guard target.needsAccessibilityTree else { return target.unresolved }
        var search = search
        if target.alternatives.count > 1 { search.longest = .zero }
        if hasClosedTrees { search.longest = min(search.longest, Self.longestBesideClosedTrees) }
        var result = PageTarget(alternatives: [])
        for selector in target.alternatives {
            result.alternatives.append(try await resolved(selector, search))
        }
        return result
    }

    private func resolved(_ selector: Selector, _ search: AccessibilityLookup) async throws -> PageSelector {
        var search = search
        var result = PageSelector(selector)
        if let within = selector.within {
            var outer = search
            (outer.enough, outer.isByLabel) = (nil, false)
            result.within = try await resolved(within, outer)
        }
        guard let wanted = AccessibleName(selector.strategy) else { return result }
        if let enough = search.enough, let nth = selector.nth { search.enough = max(enough, nth + 1) }
        let most = wanted.name == nil ? search.enough.map { max($0, Self.mostCandidates) } : nil
        var seen = try await candidates(of: result, search, most: most)
        var elements = try await accessible(seen, wanted, search)
        if seen?.isCut == true, elements.count < search.enough ?? 0 {
            seen = try await candidates(of: result, search, most: nil)
            elements = try await accessible(seen, wanted, search)
        }
        result.elements = elements + (seen?.named ?? [])
        if result.elements == [], search.looksIntoClosedTrees, selector.within == nil {
            result.elements = try await inClosedTrees(wanted, until: search.deadline)
        }
        if result.elements == [] { result.vainLooks = seen?.looks }
        return result
    }

    /// What may be meant, at most so many where a number is given.
    private func candidates(
        of selector: PageSelector,
        _ search: AccessibilityLookup,
        most: Int?
    ) async throws -> SeenCandidates? {
        let request = CandidatesRequest(
            selector: selector,
            slice: slice(until: search.deadline, atMost: search.longest),
            isAgain: search.isAgain,
            isFrameHidden: context.view.isHidden,
            byLabel: search.isByLabel,
            most: most,
            // Of a frame that another process draws the driver says that each element is gone (chromedriver 156).
            isTreeless: context.isSessionInside && context.lookFrame == nil && hasDevTools
        )
        let answer: Answer<SeenCandidates>? = try await ask(
            PageScript.awaitCandidates,
            request,
            until: search.deadline
        )
        return answer?.seen
    }

    /// Those candidates that have the role and name in the accessibility tree, in their order, until enough are
    /// found.
    private func accessible(
        _ seen: SeenCandidates?,
        _ wanted: AccessibleName,
        _ search: AccessibilityLookup
    ) async throws -> [Element] {
        let candidates = seen?.all ?? []
        let isMany = candidates.count > Self.fewCandidates
        // Without a name most candidates fit, and the first ones will do.
        let isTreeFirst = isMany && (search.enough == nil || wanted.name != nil)
        if isTreeFirst,
            let found = try await queryTree(candidates, wanted, search.deadline)
        {
            return found
        }
        var found: [Element] = []
        for (index, candidate) in candidates.enumerated() {
            if isMany, !isTreeFirst, index == Self.fewCandidates,
                let all = try await queryTree(candidates, wanted, search.deadline)
            {
                return all
            }
            if try await isAccessible(candidate, wanted, search.deadline) {
                found.append(candidate.element)
            }
            if found.count == search.enough { break }
        }
        return found
    }

    private func isAccessible(
        _ candidate: Candidate,
        _ wanted: AccessibleName,
        _ deadline: ContinuousClock.Instant
    ) async throws -> Bool {
        // The driver's own commands are two, and need what the page may have replaced: they may never answer then.
        if context.isSessionInside || !hasDevTools {
            return try await isComputed(candidate, wanted, deadline)
        }
        return try await isInTree(candidate, wanted, deadline)
    }

    private func isInTree(
        _ candidate: Candidate,
        _ wanted: AccessibleName,
        _ deadline: ContinuousClock.Instant
    ) async throws -> Bool {
        guard let node = candidate.element.backendNodeID else { return false }
        let seen = try await accessibilityNode(node, deadline)
        // What was removed meanwhile is left out too; the driver tells that from what is hidden.
        if seen?.ignored == true, !context.isOutside, !driver.isBrokenByPage {
            return try await isComputed(candidate, wanted, deadline)
        }
        let isNamed = wanted.name == nil || wanted.isName(seen?.text ?? "", recased: candidate.recased)
        return wanted.isRole(seen?.role?.value ?? "none") && isNamed
    }

    private func isComputed(
        _ candidate: Candidate,
        _ wanted: AccessibleName,
        _ deadline: ContinuousClock.Instant
    ) async throws -> Bool {
        if wanted.role != nil {
            let computed = try await attempt(.getComputedRole(of: candidate.element), until: deadline)
            if !wanted.isRole(computed) { return false }
        }
        if wanted.name == nil, wanted.role != nil { return true }
        let name = try await attempt(.getComputedLabel(of: candidate.element), until: deadline)
        return wanted.isName(name, recased: candidate.recased)
    }

    /// An element of the page's own process, as it is in the accessibility tree.
    private func accessibilityNode(
        _ node: Int,
        _ deadline: ContinuousClock.Instant
    ) async throws -> AccessibilityNodes.Node? {
        let query = PartialAccessibilityQuery(backendNodeId: node)
        let command = Command<AccessibilityNodes>.executeCDP("Accessibility.getPartialAXTree", query)
        return try await attempt(command, until: deadline).nodes.first
    }

    /// The candidates that the DevTools protocol finds in the whole tree; `nil` where it cannot be asked so.
    private func queryTree(
        _ candidates: [Candidate],
        _ wanted: AccessibleName,
        _ deadline: ContinuousClock.Instant
    ) async throws -> [Element]? {
        let numbers = candidates.map(\.element.backendNodeID)
        guard let role = wanted.role, isInTopDocument, !numbers.contains(nil),
            let nodes = try await byDevTools({ try await accessibilityNodes(role: role, until: deadline) })
        else { return nil }
        let named = nodes.map { ($0.backendDOMNodeId, $0.text) }
        let names = Dictionary(named.compactMap { id, name in id.map { ($0, name) } }) { first, _ in first }
        return zip(candidates, numbers).filter { candidate, number in
            guard let name = number.flatMap({ names[$0] }) else { return false }
            return wanted.isName(name, recased: candidate.recased)
        }.map(\.0.element)
    }
}

extension Page {
    /// What the accessibility tree of the top document has of a role.
    func accessibilityNodes(
        role: String?,
        until deadline: ContinuousClock.Instant
    ) async throws -> [AccessibilityNodes.Node] {
        // Without `enable` the query does not answer at all (measured: not in 120 s).
        try await attempt(Command<Nothing>.executeCDP("Accessibility.enable"), until: deadline)
        let root: DOMRoot = try await attempt(.executeCDP("DOM.getDocument", ["depth": 0]), until: deadline)
        let query = AccessibilityQuery(backendNodeId: root.root.backendNodeId, role: role)
        let tree: AccessibilityNodes = try await attempt(
            .executeCDP("Accessibility.queryAXTree", query),
            until: deadline
        )
        return tree.nodes
    }
}

extension Element {
    /// chromedriver's references end with the DevTools protocol's number of the node: `f.….d.….e.12`.
    ///
    /// That form is its own affair: where a reference looks otherwise, this is `nil`.
    var backendNodeID: Int? {
        let parts = reference.split(separator: ".")
        guard parts.count >= 2, parts[parts.count - 2] == "e" else { return nil }
        return Int(parts[parts.count - 1])
    }
}
