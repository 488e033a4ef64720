import CanaryModel
import CanaryReport
import FlowFile
import Foundation

/// The flows that are wanted, by `--tag` and `--name`.
struct FlowSelection: Sendable, Hashable {
    /// A flow needs one of them; none: any flow will do.
    var tags: [String] = []
    /// Globs, of which the name of a flow must fit one; none: any name will do.
    var names: [String] = []

    /// Whether `flow` is wanted.
    func includes(_ flow: Flow) -> Bool {
        let hasTag = tags.isEmpty || flow.tags.contains(where: tags.contains)
        return hasTag && (names.isEmpty || names.contains { fnmatch($0, flow.name, 0) == 0 })
    }

    /// The flows that are wanted, in their order.
    ///
    /// - Throws: ``CommandFailure`` where none is, with what there would be.
    func select(from flows: [Flow]) throws(CommandFailure) -> [Flow] {
        let selected = flows.filter(includes)
        guard selected.isEmpty else { return selected }
        let known = Set(flows.flatMap(\.tags)).sorted()
        let wishes = tags.map { "--tag \($0.printable)" } + names.map { "--name \($0.printable)" }
        let question =
            Suggestion.question(tags.first ?? "", in: known)
            ?? Suggestion.question(names.first ?? "", in: flows.map(\.name))
        throw .usage(
            "nothing is selected: none of \(counted(flows.count, "flow")) fits \(wishes.joined(separator: " "))"
                + (question.map { "; " + $0 } ?? "")
                + (tags.isEmpty ? "" : "\nTags: " + (known.isEmpty ? "none" : known.joined(separator: ", ")))
                + "\nFlows: " + flows.map(\.name).joined(separator: ", ")
        )
    }
}

/// `1 flow`, `3 flows`.
func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
