/// The members of a JSON object, in their order; each key stands once.
public struct JSONObject: Sendable {
    /// The keys, in the order of their members.
    public private(set) var keys: [String] = []
    private var values: [JSONValue] = []
    private var places: [JSONKey: Int] = [:]

    /// Makes an object without members.
    public init() {}

    /// Makes an object; of members with the same key the last one counts, at the place of the first, as in JavaScript.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        for (key, value) in members { self[key] = value }
    }

    /// The value of a member; `nil` where there is none.
    ///
    /// Setting `nil` removes it.
    public subscript(key: String) -> JSONValue? {
        get { places[JSONKey(key)].map { values[$0] } }
        set {
            let known = places[JSONKey(key)]
            switch (known, newValue) {
            case (let place?, let value?): values[place] = value
            case (nil, let value?):
                places[JSONKey(key)] = keys.count
                keys.append(key)
                values.append(value)
            case (let place?, nil): remove(at: place)
            case (nil, nil): break
            }
        }
    }

    private mutating func remove(at place: Int) {
        keys.remove(at: place)
        values.remove(at: place)
        places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { (JSONKey($1), $0) })
    }

    /// The object with what becomes of each value.
    public func mapValues<E: Error>(_ transform: (JSONValue) throws(E) -> JSONValue) throws(E) -> JSONObject {
        var result = self
        for index in values.indices { result.values[index] = try transform(values[index]) }
        return result
    }
}

extension JSONObject: RandomAccessCollection {
    /// Where the members begin.
    public var startIndex: Int { 0 }
    /// How many members there are.
    public var endIndex: Int { keys.count }

    /// A member by its place.
    public subscript(position: Int) -> (key: String, value: JSONValue) { (keys[position], values[position]) }
}

extension JSONObject: Hashable {
    /// Whether two objects have the same members, in whatever order.
    public static func == (one: JSONObject, other: JSONObject) -> Bool {
        one.count == other.count && one.allSatisfy { other[$0.key] == $0.value }
    }

    /// Hashes the members.
    public func hash(into hasher: inout Hasher) {
        // The order of the members counts for nothing.
        var sum = 0
        for (key, value) in self {
            var member = Hasher()
            member.combine(JSONKey(key))
            member.combine(value)
            sum &+= member.finalize()
        }
        hasher.combine(sum)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Makes an object of what is written.
    public init(dictionaryLiteral members: (String, JSONValue)...) { self.init(members) }
}
