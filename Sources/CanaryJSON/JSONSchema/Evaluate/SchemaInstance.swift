import CanaryModel

/// A part of the value that is checked, with the way to it.
///
/// Each part is one object: it stands for itself in keys.
final class SchemaInstance {
    /// The step from the part that it lies in.
    enum Step {
        case whole
        case member(String)
        case element(Int)
    }

    let value: JSONValue
    private let step: Step
    private unowned let parent: SchemaInstance?
    private var children: [SchemaInstance?] = []
    private var names: [SchemaInstance?] = []

    /// The whole value.
    convenience init(_ value: JSONValue) { self.init(value, .whole, in: nil) }

    private init(_ value: JSONValue, _ step: Step, in parent: SchemaInstance?) {
        self.value = value
        self.step = step
        self.parent = parent
    }

    /// The element or the member at an index.
    func child(at index: Int) -> SchemaInstance {
        if children.isEmpty { children = Array(repeating: nil, count: value.childCount) }
        if let child = children[index] { return child }
        let child: SchemaInstance
        switch value {
        case .array(let elements): child = SchemaInstance(elements[index], .element(index), in: self)
        case .object(let object):
            let (name, member) = object[index]
            child = SchemaInstance(member, .member(name), in: self)
        case .null, .bool, .number, .string: preconditionFailure("a value without parts")
        }
        children[index] = child
        return child
    }

    /// The name of the member at an index, as a value; its place is that of the object.
    func name(at index: Int, of object: JSONObject) -> SchemaInstance {
        if names.isEmpty { names = Array(repeating: nil, count: object.count) }
        if let name = names[index] { return name }
        let name = SchemaInstance(.string(object.keys[index]), .whole, in: self)
        names[index] = name
        return name
    }

    /// The way from the whole value, as JSONPath: `$.items[0]['a b']`.
    var path: String {
        var steps: [String] = []
        var instance = self
        while let parent = instance.parent {
            steps.append(instance.step.written)
            instance = parent
        }
        return "$" + steps.reversed().joined()
    }
}

extension SchemaInstance.Step {
    fileprivate var written: String {
        switch self {
        case .whole: ""
        case .element(let index): PathStep.index(index).short
        case .member(let name): PathStep.name(name).short
        }
    }
}
