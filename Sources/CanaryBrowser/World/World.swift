import WebDriver

/// A world of scripts of our own beside those of a document, which scripts of the page can neither see nor change.
struct World: Sendable {
    /// The browser's number for it, good for as long as the document is there.
    ///
    /// Another process may then give it away anew.
    let context: Int
    /// What tells the world from others of the same number.
    let token: Int
    /// The scripts that it keeps.
    var scripts: Set<String> = []
    /// The elements that it told, by the driver's reference: its own numbers for them.
    fileprivate(set) var numbers: [String: String] = [:]
    /// The frames that are among these elements.
    private(set) var frames: [Element: String] = [:]

    /// Whether no script has run in it yet.
    var isNew: Bool { scripts.isEmpty }

    /// Takes in the elements of an answer.
    ///
    /// - Returns: The driver's references, by the world's numbers.
    mutating func take(_ nodes: [ToldNode], _ told: [String], in frame: String) -> [String: String] {
        var references: [String: String] = [:]
        for (number, node) in zip(told, nodes) {
            let element = Element(
                reference: "f.\(frame).d.\(node.loaderId ?? "").e.\(node.backendNodeId)"
            )
            references[number] = element.reference
            numbers[element.reference] = number
            if let inner = node.frameId { frames[element] = inner }
        }
        return references
    }
}

extension World {
    /// Takes in elements that it was handed, with its own numbers for them; `-`: it keeps none.
    mutating func adopt(_ numbers: String, _ elements: [Element]) -> [Element] {
        let pairs = zip(numbers.split(separator: ","), elements).filter { $0.0 != "-" }
        for (number, element) in pairs { self.numbers[element.reference] = String(number) }
        return pairs.map(\.1)
    }
}

/// An element as the DevTools protocol reports it.
struct ToldNode: Decodable, Sendable {
    let backendNodeId: Int
    let loaderId: String?
    /// The frame that it is the element of.
    let frameId: String?
}
