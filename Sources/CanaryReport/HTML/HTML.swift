import CanaryModel

/// A part of an HTML document, written from its beginning to its end.
///
/// Names of elements and attributes are the report's own; every text and value that is put in is escaped.
struct HTML {
    /// A stretch of the document.
    enum Piece {
        case markup(String)
        /// A picture, embedded or linked: that is decided when the whole document is known.
        case picture(ReportPicture)
    }

    typealias Attributes = KeyValuePairs<String, String?>

    /// The run's folder, relative to that of the report.
    let folder: String
    /// The requests of the run's HARs, by their paths.
    let recorded: [String: [HTTPArchive.Entry]]
    /// What the console said in the run, by the paths of the files that have it.
    let consoles: [String: [ConsoleEntry]]
    /// Documents at failures as text, by the paths of their files.
    let documents: [String: String]
    /// What was written, in order.
    private(set) var pieces: [Piece] = []
    /// The numbers of the pictures written so far, by their paths.
    private var pictures: [String: Int] = [:]
    private var markup = ""

    /// Begins a part that links to files of the run in `folder`.
    init(
        folder: String = "",
        recorded: [String: [HTTPArchive.Entry]] = [:],
        consoles: [String: [ConsoleEntry]] = [:],
        documents: [String: String] = [:]
    ) {
        self.folder = folder
        self.recorded = recorded
        self.consoles = consoles
        self.documents = documents
    }

    /// Writes an element and what `content` writes in it; attributes without a value are left out.
    mutating func element(_ name: String, _ attributes: Attributes = [:], _ content: (inout HTML) -> Void) {
        open(name, attributes)
        content(&self)
        markup += "</\(name)>"
    }

    /// Writes an element that holds a text.
    mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
        open(name, attributes)
        markup += text.htmlEscaped + "</\(name)>"
    }

    /// Writes an element that holds nothing and has no end tag.
    mutating func empty(_ name: String, _ attributes: Attributes) {
        open(name, attributes)
    }

    /// Writes a text.
    mutating func text(_ text: String) { markup += text.htmlEscaped }

    /// Writes a text with its line breaks, for an element that shows them.
    mutating func lines(_ text: String) {
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            self.text(String(line).replacing("\t", with: "  "))
            verbatim("\n")
        }
    }

    /// Writes what is markup already: the report's own style and script.
    mutating func verbatim(_ text: String) { markup += text }

    /// Writes a button that puts lines into the clipboard; nothing in them ends a line but their own end.
    mutating func copyButton(_ lines: [String], _ label: String) {
        let text = lines.map(\.htmlEscaped).joined(separator: "&#10;")
        markup += "<button type=\"button\" class=\"copy\" data-copy=\"\(text)\">\(label.htmlEscaped)</button>"
    }

    /// Writes a moment as its time of the day.
    mutating func time(_ moment: Timestamp) {
        let attributes: Attributes = ["datetime": moment.description, "title": moment.words]
        element("time", attributes, text: moment.timeOfDay)
    }

    /// What links to a file of the run by its path in the run's folder.
    func reference(to path: String) -> String {
        (folder.isEmpty ? path : "\(folder)/\(path)").relativeReference
    }

    /// Writes a picture; where it was written before, a reference to it that the script fills.
    mutating func picture(_ path: String, alternative: String) {
        if let number = pictures[path] {
            empty("img", ["data-picture": "p\(number)", "alt": alternative])
            return
        }
        let number = pictures.count + 1
        pictures[path] = number
        pieces.append(.markup(markup))
        pieces.append(
            .picture(
                ReportPicture(
                    path: path,
                    reference: reference(to: path),
                    id: "p\(number)",
                    alternative: alternative
                )
            )
        )
        markup = ""
    }

    /// Everything that was written.
    consuming func ended() -> [Piece] { pieces + [.markup(markup)] }

    private mutating func open(_ name: String, _ attributes: Attributes) {
        markup += "<\(name)"
        for (name, value) in attributes {
            guard let value else { continue }
            markup += value.isEmpty ? " \(name)" : " \(name)=\"\(value.htmlEscaped)\""
        }
        markup += ">"
    }
}
