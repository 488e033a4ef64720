/// A value that is bound to a statement.
enum SQLiteValue: Sendable, Hashable {
    case null
    case integer(Int)
    case text(String)

    init(_ number: Int?) { self = number.map(SQLiteValue.integer) ?? .null }

    init(_ text: String?) { self = text.map(SQLiteValue.text) ?? .null }
}

extension SQLiteValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    init(integerLiteral number: Int) { self = .integer(number) }

    init(stringLiteral text: String) { self = .text(text) }
}
