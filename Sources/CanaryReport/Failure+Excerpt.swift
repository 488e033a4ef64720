import CanaryModel

extension Failure {
    /// The lines of the flow file around the failure, numbered, the one that failed marked.
    var excerptLines: [String] {
        guard let excerpt else { return [] }
        let width = "\(excerpt.firstLine.adding(clamped: excerpt.lines.count))".count
        return excerpt.lines.enumerated().map { index, line in
            let number = excerpt.firstLine.adding(clamped: index)
            let padding = String(repeating: " ", count: max(0, width - "\(number)".count))
            let mark = number == position?.line ? ">" : " "
            return "\(mark) \(padding)\(number) │ \(line.printable(upTo: 300))"
        }
    }
}
