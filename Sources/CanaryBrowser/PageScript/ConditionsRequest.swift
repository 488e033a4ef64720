import CanaryModel

/// What `awaitConditions` (`judge.js`) is asked.
struct ConditionsRequest: Encodable, Sendable {
    let conditions: [PageCondition]
    /// How long to wait, in ms.
    let slice: Int
    /// Whether a frame is hidden that the document cannot see.
    var isFrameHidden = false
    /// Whether a person cannot see such a frame, whatever is scrolled.
    var isFrameUnseen = false
}

/// A condition as the page's scripts take it.
struct PageCondition: Encodable, Sendable {
    /// A key of `elementStates`, `existence` or `readings`, or `title`, `url`, `count`; those on scripts are not asked
    /// of the page.
    var kind: String
    var not: Bool
    var target: PageTarget?
    var name: String?
    var comparison: PageComparison?
    /// Whether a URL is compared without its origin.
    var isPath = false

    /// The condition on `target`, which is its target with roles and labels found.
    init(_ condition: Condition, target: PageTarget?) {
        self.target = target
        not = condition.isNegated
        switch condition.kind {
        case .state(let state, _): kind = state.rawValue
        case .reading(let reading, let comparison):
            (kind, self.comparison) = (reading.kind.rawValue, PageComparison(comparison))
            if case .attribute(_, let name) = reading { self.name = name }
            isPath = reading == .url && comparison.isOnPath
        case .response: kind = "response"  // which `Page.expect` refuses
        case .script(_, let comparison): (kind, self.comparison) = ("script", PageComparison(comparison))
        }
    }
}

/// A comparison as the page's scripts take it: a key of `comparisons` and what is compared with.
struct PageComparison: Encodable, Sendable {
    enum Operand: Encodable {
        case text(String)
        case number(Double)

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            }
        }
    }

    let `operator`: String
    let operand: Operand

    init(_ comparison: Comparison) {
        (`operator`, operand) =
            switch comparison {
            case .equals(let text): ("equals", .text(text))
            case .contains(let text): ("contains", .text(text))
            case .matches(let pattern): ("matches", .text(pattern))
            case .startsWith(let text): ("startsWith", .text(text))
            case .endsWith(let text): ("endsWith", .text(text))
            case .equalsNumber(let number): ("equalsNumber", .number(number))
            case .atLeast(let number): ("atLeast", .number(number))
            case .atMost(let number): ("atMost", .number(number))
            }
    }
}

extension Comparison {
    /// Whether a URL is meant without its origin: `equals` or `startsWith` a path.
    var isOnPath: Bool {
        switch self {
        case .equals(let text), .startsWith(let text): text.hasPrefix("/")
        default: false
        }
    }
}
