import CanaryModel

extension JSONValue {
    /// Whether it is an array or an object.
    var isContainer: Bool {
        switch self {
        case .array, .object: true
        case .null, .bool, .number, .string: false
        }
    }

    /// How many elements or members it has.
    var childCount: Int {
        switch self {
        case .array(let elements): elements.count
        case .object(let object): object.count
        case .null, .bool, .number, .string: 0
        }
    }

    /// The member or element that a step leads to.
    func child(_ step: PathStep) -> JSONValue? {
        switch (self, step) {
        case (.object(let object), .name(let name)): object[name]
        case (.array(let elements), .index(let index)): elements.place(of: index).map { elements[$0] }
        default: nil
        }
    }
}

extension [JSONValue] {
    /// The place of an element by its index, which counts from the end where it is negative.
    func place(of index: Int) -> Int? {
        let place = index < 0 ? count + index : index
        return indices.contains(place) ? place : nil
    }
}
