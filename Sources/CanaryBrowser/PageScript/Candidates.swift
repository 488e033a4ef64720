import WebDriver

/// What `awaitCandidates` (`candidates.js`) found for a role or label.
struct SeenCandidates: Decodable, Sendable {
    /// Everything that may be meant.
    var candidates: [Element]?
    /// Those of them that are known to be meant: what can be seen by its label alone, rows by
    /// their text.
    var named: [Element]?
    /// Of each candidate the texts that CSS draws in another case: as the DOM has it, and as it is drawn.
    var recased: [[[String]]]?
    /// Whether there are more than were handed over.
    var isCut: Bool?
    var looks: Int?

    /// The candidates with their texts.
    var all: [Candidate] {
        (candidates ?? []).enumerated().map { index, element in
            let recased = self.recased ?? []
            return Candidate(
                element: element,
                recased: recased.indices.contains(index) ? recased[index] : []
            )
        }
    }
}

/// What may be meant by a role or label, with its texts that CSS draws in another case.
struct Candidate: Sendable {
    let element: Element
    let recased: [[String]]
}

/// What `awaitCandidates` is asked.
struct CandidatesRequest: Encodable, Sendable {
    let selector: PageSelector
    /// How long to wait, in ms.
    let slice: Int
    /// Whether those that are there were asked about in vain.
    let isAgain: Bool
    /// Whether a frame is hidden that the document cannot see.
    let isFrameHidden: Bool
    /// Whether boxes count that can be seen by their label alone.
    let byLabel: Bool
    /// How many are wanted; `nil`: all.
    let most: Int?
    /// Whether nobody can ask the accessibility tree about them.
    let isTreeless: Bool
}
