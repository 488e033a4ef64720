import CanaryModel

/// Looks for the paths of a document that take the fewest edits to become what was asked for.
///
/// It is the edit distance of two texts, with steps for letters: a step may be missing, be one too many,
/// or be written otherwise. All paths are compared at once, down the document, the most promising ones first.
struct NearestSearch {
    /// A value whose children are still to be looked at.
    private struct Candidate {
        let node: JSONNode
        /// The cost of making its path from the first steps that were asked for: of none, of one, and so on.
        let costs: [Int]
    }

    private struct Finding {
        let location: JSONLocation
        let cost: Int
    }

    private static let maximumVisits = 20_000
    private static let maximumMembers = 2_000
    private static let maximumElements = 10
    /// What is further away was not meant.
    private static let maximumCost = 60
    /// What is that much further away than the best was not meant either.
    private static let tolerance = 8

    private let steps: [WantedStep]
    /// What waits, by the least that its descendants can cost.
    private var waiting: [[Candidate]]
    private var findings: [Finding] = []
    private var best = Self.maximumCost
    private var visits = 0

    init(for steps: [PathStep]) {
        self.steps = steps.map { WantedStep($0) }
        waiting = Array(repeating: [], count: Self.maximumCost + 1)
    }

    mutating func run(in root: JSONValue) {
        var costs = [0]
        for step in steps { costs.append(costs[costs.count - 1] + step.costOfLeavingOut) }
        waiting[0].append(Candidate(node: JSONNode(root), costs: costs))
        var cost = 0
        // The best may become better on the way.
        while cost <= min(best + Self.tolerance, Self.maximumCost), visits < Self.maximumVisits {
            var index = 0
            while index < waiting[cost].count {
                look(below: waiting[cost][index])
                index += 1
            }
            waiting[cost] = []
            cost += 1
        }
    }

    /// The short paths of the best, one of those that differ only in their indexes.
    func best(_ count: Int) -> [String] {
        let wanted = findings.filter { $0.cost <= best + Self.tolerance }
        let sorted = wanted.enumerated().sorted {
            ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
        }
        var shapes: Set<String> = []
        var paths: [String] = []
        for (_, finding) in sorted where paths.count < count {
            let steps = finding.location.steps
            let shape = steps.map { if case .name = $0 { $0.normalized } else { "[]" } }.joined()
            guard shapes.insert(shape).inserted else { continue }
            paths.append(steps.reduce(into: "$") { $0 += $1.short })
        }
        return paths
    }
}

extension NearestSearch {
    private mutating func look(below candidate: Candidate) {
        for step in children(of: candidate.node) {
            guard visits < Self.maximumVisits else { return }
            guard let child = candidate.node.child(step) else { continue }
            visits += 1
            let place = PlacedStep(step, among: candidate.node.value.childCount)
            let differences = steps.map { $0.difference(to: place) }
            note(child, ending(at: child, after: candidate.costs, differences))
            let costs = costs(after: candidate.costs, place, differences)
            if child.value.isContainer, let least = costs.min(), least <= Self.maximumCost {
                waiting[least].append(Candidate(node: child, costs: costs))
            }
        }
    }

    /// The children to look at, each once: what was asked for is among them however large the parent is.
    private func children(of node: JSONNode) -> [PathStep] {
        switch node.value {
        case .array(let elements):
            let asked = steps.compactMap { $0.index(among: elements.count) }
            return Set(asked + (0..<min(elements.count, Self.maximumElements))).sorted().map { .index($0) }
        case .object(let object):
            let others = object.keys.prefix(Self.maximumMembers)
            let hidden = object.count > others.count ? steps.compactMap(\.name) : []
            return Self.distinct(hidden + others).map { .name($0) }
        case .null, .bool, .number, .string: return []
        }
    }

    /// The names without those that stand in front of them, by their characters one by one.
    private static func distinct(_ names: [String]) -> [String] {
        var known: Set<[UInt8]> = []
        return names.filter { known.insert(Array($0.utf8)).inserted }
    }

    private func costs(after parent: [Int], _ place: PlacedStep, _ differences: [Int?]) -> [Int] {
        var costs = [parent[0] + place.costOfPuttingIn]
        for (index, step) in steps.enumerated() {
            var cost = min(parent[index + 1] + place.costOfPuttingIn, costs[index] + step.costOfLeavingOut)
            if let difference = differences[index] { cost = min(cost, parent[index] + difference) }
            costs.append(cost)
        }
        return costs
    }

    /// The cost of a path that ends here: with its last step, or before an index that nothing here has.
    private func ending(at node: JSONNode, after parent: [Int], _ differences: [Int?]) -> Int? {
        let last = steps.count - 1
        let whole = differences[last].map { parent[last] + $0 }
        guard last > 0, steps[last].name == nil, !node.value.hasElements else { return whole }
        let shorter = differences[last - 1].map { parent[last - 1] + $0 + steps[last].costOfLeavingOut }
        return [whole, shorter].compactMap(\.self).min()
    }

    private mutating func note(_ node: JSONNode, _ cost: Int?) {
        guard let cost, cost <= Self.maximumCost, hasLastName(node.location) else { return }
        findings.append(Finding(location: node.location, cost: cost))
        best = min(best, cost)
    }

    /// Whether a path has the last name that was asked for, or a similar one: else only indexes are the same.
    private func hasLastName(_ location: JSONLocation) -> Bool {
        guard let last = steps.last(where: { $0.name != nil }) else { return true }
        return location.steps.contains { last.difference(to: PlacedStep($0, among: 0)) != nil }
    }
}

extension JSONValue {
    fileprivate var hasElements: Bool {
        if case .array(let elements) = self { !elements.isEmpty } else { false }
    }
}
