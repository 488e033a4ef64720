extension JSON5Parser {
    /// Reads an object from its `{` to its `}`.
    mutating func object() throws(GivenUp) -> [JSON5Member] {
        let opening = index
        index += 1
        var members = DistinctMembers()
        try skipSpace()
        try skipStrayCommas("a key")
        while byte != UInt8(ascii: "}") {
            let member = try member(openedAt: opening)
            if let first = members.insert(member) {
                let place = source.place(at: first.keyRange.lowerBound)
                let key = TerminalText.quoted(member.key)
                note(at: member.keyRange.lowerBound, "duplicate key \(key), first given at \(place)")
            }
            try separator(closing: "}", openedAt: opening)
        }
        index += 1
        return members.list
    }

    /// Reads an array from its `[` to its `]`.
    mutating func array() throws(GivenUp) -> [JSON5Node] {
        let opening = index
        index += 1
        var elements: [JSON5Node] = []
        try skipSpace()
        try skipStrayCommas("a value")
        while byte != UInt8(ascii: "]") {
            if isAtEnd || byte == UInt8(ascii: "}") { throw unclosed("]", openedAt: opening) }
            elements.append(try value())
            try separator(closing: "]", openedAt: opening)
        }
        index += 1
        return elements
    }

    private mutating func member(openedAt opening: Int) throws(GivenUp) -> JSON5Member {
        if isAtEnd || byte == UInt8(ascii: "]") { throw unclosed("}", openedAt: opening) }
        let start = index
        let key = try key()
        let range = start..<index
        try skipSpace()
        switch byte {
        case UInt8(ascii: ":"):
            index += 1
        case UInt8(ascii: "="):
            note(at: index, "expected ':' after the key \(TerminalText.quoted(key)), got '='")
            index += 1
        case UInt8(ascii: ","), UInt8(ascii: "}"):
            note(at: start, "the key \(TerminalText.quoted(key)) has no value")
            let nothing = JSON5Node(value: .invalid, range: index..<index)
            return JSON5Member(key: key, keyRange: range, value: nothing)
        default:
            throw giveUp(at: index, "expected ':' after the key \(TerminalText.quoted(key)), got \(found)")
        }
        try skipSpace()
        return JSON5Member(key: key, keyRange: range, value: try value())
    }

    /// Reads the comma after a member or element, unless the container ends here.
    private mutating func separator(closing: Unicode.Scalar, openedAt opening: Int) throws(GivenUp) {
        let isAfterInvalid = isAfterInvalid
        if isAfterInvalid { skipRestOfInvalid() }
        try skipSpace()
        let closer = UInt8(ascii: closing)
        if byte == UInt8(ascii: ",") {
            index += 1
            try skipSpace()
            try skipStrayCommas(closing == "}" ? "a key" : "a value")
        } else if byte == closer {
            return
        } else if isAfterInvalid {
            if !startsNext(in: closing) { throw GivenUp() }
        } else if isAtEnd || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
            throw unclosed(closing, openedAt: opening)
        } else if byte == UInt8(ascii: ";") {
            note(at: index, "expected ',' or '\(closing)', got ';'")
            index += 1
            try skipSpace()
        } else if startsNext(in: closing) {
            note(at: index, "a ',' is missing before \(found)")
        } else {
            throw giveUp(at: index, "expected ',' or '\(closing)', got \(found)")
        }
    }

    /// Whether another member or element begins here, so that only the comma can be missing.
    private func startsNext(in closing: Unicode.Scalar) -> Bool {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return true }
        if closing == "}" { return startsIdentifier }
        return byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || startsIdentifier || startsNumber
    }

    private mutating func skipStrayCommas(_ expected: String) throws(GivenUp) {
        guard byte == UInt8(ascii: ",") else { return }
        note(at: index, "expected \(expected), got ','")
        while byte == UInt8(ascii: ",") {
            index += 1
            try skipSpace()
        }
    }

    private mutating func unclosed(_ closing: Unicode.Scalar, openedAt opening: Int) -> GivenUp {
        let opener = closing == "}" ? "{" : "["
        let place = source.place(at: opening)
        return giveUp(at: index, "expected '\(closing)' to close the '\(opener)' of \(place), got \(found)")
    }
}

/// The members of an object, each key once.
private struct DistinctMembers {
    var list: [JSON5Member] = []
    /// Where each key stands; made only where a look at all members would take longer.
    private var places: [String: Int] = [:]

    /// Adds a member, or gives the one that has its key already.
    mutating func insert(_ member: JSON5Member) -> JSON5Member? {
        if let known = place(of: member.key) { return list[known] }
        list.append(member)
        if list.count > 16 { places[member.key] = list.count - 1 }
        return nil
    }

    private func place(of key: String) -> Int? {
        list.prefix(16).firstIndex { $0.key == key } ?? places[key]
    }
}
