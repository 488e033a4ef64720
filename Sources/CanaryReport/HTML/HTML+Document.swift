import CanaryModel

extension HTML {
    /// How much of a document the report shows, in scalars: the file has all of it.
    private static let mostOfDocument = 200_000

    /// Writes, folded, the source of the document as it was at the failure.
    mutating func document(_ attempt: AttemptResult) {
        guard let document = attempt.evidence.dom.flatMap({ documents[$0] }) else { return }
        let shown = document.cut(to: Self.mostOfDocument)
        element("details", ["class": "document"]) { html in
            html.element(
                "summary",
                ["class": "counts"],
                text: "DOM at the failure: \(document.utf8.count.size)"
            )
            html.element("pre", ["tabindex": "0", "role": "region", "aria-label": "DOM at the failure"]) {
                html in
                html.lines(shown)
            }
        }
    }
}
