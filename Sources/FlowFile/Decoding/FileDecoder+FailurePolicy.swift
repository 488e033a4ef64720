import CanaryModel

extension FileDecoder {
    /// The failure policy that `failOn` and `ignore` make.
    func failurePolicy(failOn: JSON5Member?, ignore: JSON5Member?) -> FailurePolicy {
        if let ignore, failOn == nil {
            report(ignore, "'ignore' goes with 'failOn', which the flow does not have")
        }
        return FailurePolicy(
            events: failOn.map { Set(events($0.value)) } ?? [],
            ignored: ignore.map { patterns($0.value) } ?? []
        )
    }

    private func events(_ node: JSON5Node) -> [FailurePolicy.Event] {
        let known = FailurePolicy.Event.allCases.map(\.rawValue)
        return constants(node, "failOn").compactMap { name, place in
            if let event = FailurePolicy.Event(rawValue: name) { return event }
            report(
                place,
                "\(describe(place)) is nothing that a flow can fail on",
                suggestion: Suggestion.question(name, in: known) ?? "there are "
                    + known.joined(separator: ", ")
            )
            return nil
        }
    }

    private func patterns(_ node: JSON5Node) -> [String] {
        guard case .array(let elements) = node.value else {
            reportKind(node, "ignore", takes: "a list of regular expressions")
            return []
        }
        return elements.compactMap { element in
            guard let text = constant(element, "an element of ignore") else { return nil }
            if text.text.isEmpty {
                report(element, "an empty pattern would ignore everything")
            } else if isPattern(text, element) {
                checkSwift(.matches(text.text), "texts and URLs", element)
            }
            return text.text
        }
    }
}
