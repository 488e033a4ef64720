import CanaryModel

/// A JSON Pointer (RFC 6901).
enum JSONPointer {
    /// A name as a step of a pointer.
    static func step(_ name: String) -> String {
        var step = "/"
        for scalar in name.unicodeScalars {
            switch scalar {
            case "~": step += "~0"
            case "/": step += "~1"
            default: step.unicodeScalars.append(scalar)
            }
        }
        return step
    }

    /// The value at a pointer; `nil` where there is none.
    static func value(at pointer: String, in document: JSONValue) -> JSONValue? {
        var value = document
        for step in pointer.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        {
            guard let name = name(ofStep: step), let next = child(name, of: value) else {
                return nil
            }
            value = next
        }
        return value
    }

    private static func child(_ name: String, of value: JSONValue) -> JSONValue? {
        switch value {
        case .object(let object): return object[name]
        case .array(let elements):
            guard let index = Int(name), String(index) == name, elements.indices.contains(index) else {
                return nil
            }
            return elements[index]
        case .null, .bool, .number, .string: return nil
        }
    }

    /// The name that a step stands for; `nil` where a `~` is followed by neither 0 nor 1.
    private static func name(ofStep step: Substring.UnicodeScalarView) -> String? {
        var name = ""
        var rest = step
        while let scalar = rest.popFirst() {
            guard scalar == "~" else {
                name.unicodeScalars.append(scalar)
                continue
            }
            switch rest.popFirst() {
            case "0": name += "~"
            case "1": name += "/"
            default: return nil
            }
        }
        return name
    }
}
