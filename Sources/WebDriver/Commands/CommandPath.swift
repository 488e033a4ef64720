/// A command's path, with the template that it was made from.
///
/// It is written as an interpolated string: what is interpolated is percent-encoded as one path segment in
/// ``text`` and appears by its kind in ``template``, so that neither a cookie's name can leave its segment nor
/// an element's id make messages unreadable.
public struct CommandPath: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// What is sent: `/element/f.1A2B/click`.
    public let text: String
    /// The same for people: `/element/{element id}/click`.
    public let template: String

    /// Makes a path without variables.
    public init(stringLiteral value: String) {
        text = value
        template = value
    }

    /// Makes a path with variables.
    public init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        template = stringInterpolation.template
    }

    /// Gathers the path's text and template.
    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var template = ""

        /// Starts with nothing.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Adds a fixed part.
        public mutating func appendLiteral(_ literal: String) {
            text += literal
            template += literal
        }

        /// Adds an element's reference.
        public mutating func appendInterpolation(_ element: Element) {
            append(element.reference, as: "element id")
        }

        /// Adds a shadow root's reference.
        public mutating func appendInterpolation(_ root: ShadowRoot) {
            append(root.reference, as: "shadow id")
        }

        /// Adds a name: of an attribute, a property, a cookie.
        public mutating func appendInterpolation(name: String) {
            append(name, as: "name")
        }

        private mutating func append(_ value: String, as kind: String) {
            text += PercentEncoding.segment(value)
            template += "{\(kind)}"
        }
    }
}
