/// Where [Switch To Frame](https://www.w3.org/TR/webdriver2/#switch-to-frame) goes.
public enum FrameReference: Encodable, Hashable, Sendable {
    /// The top document, from wherever the session is.
    case top
    /// The n-th frame of the current document, from 0.
    case index(Int)
    /// The frame of this `iframe` or `frame` element of the current document.
    case element(Element)

    /// Encodes `null`, the number or the element.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .top: try container.encodeNil()
        case .index(let index): try container.encode(index)
        case .element(let element): try container.encode(element)
        }
    }
}
