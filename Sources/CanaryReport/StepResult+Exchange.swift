import CanaryModel

extension StepResult {
    /// The last request of a step that did not pass, with what was answered, as text; no line where it sent none.
    ///
    /// - Parameter longest: How much of each body is in it, in characters.
    /// - Returns: A line each, of which some may hold line breaks.
    func failedExchange(bodyUpTo longest: Int) -> [String] {
        guard outcome.isWrong, let exchange = exchanges?.last else { return [] }
        return exchange.messageLines(bodyUpTo: longest)
    }
}
