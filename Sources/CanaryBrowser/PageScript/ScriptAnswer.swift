/// What every script that runs in the page answers with, whatever it was asked.
protocol ScriptAnswer: Decodable, Sendable {
    /// A navigation took the document away before the script could answer.
    var leaving: Bool? { get }
    /// The script itself threw: the selector is not valid, or the page has broken what it needs.
    var broken: String? { get }
    /// The URL of the document that it ran in.
    var url: String? { get }
    /// The title of that document.
    var title: String? { get }
    /// Whether it ran in the top document.
    var isTop: Bool? { get }
    /// The document, by the moment that it began (`performance.timeOrigin`).
    var document: Double? { get }
}
