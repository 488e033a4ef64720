/// What a script that runs in the page answers with: what it saw, and where it ran.
@dynamicMemberLookup
struct Answer<Seen: Decodable & Sendable>: Decodable, Sendable {
    /// Where the script ran.
    let place: DocumentState
    /// What it saw; its members are those of the answer too.
    var seen: Seen

    init(from decoder: any Decoder) throws {
        place = try DocumentState(from: decoder)
        seen = try Seen(from: decoder)
    }

    subscript<Value>(dynamicMember path: KeyPath<Seen, Value>) -> Value { seen[keyPath: path] }
}
