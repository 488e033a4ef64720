/// A value of a JSON5 document, with the bytes that it stands in.
struct JSON5Node {
    /// What the value is.
    enum Value {
        case null
        case bool(Bool)
        /// Also infinite or not a number, which the grammar has.
        case number(Double)
        case string(String)
        case array([JSON5Node])
        case object([JSON5Member])
        /// Something that is not a value, and of which a mistake was reported.
        case invalid
    }

    let value: Value
    /// The first byte, and the one after the last.
    let range: Range<Int>
}

/// A key of an object with its value; objects keep the order of their members.
struct JSON5Member {
    let key: String
    let keyRange: Range<Int>
    let value: JSON5Node
}
