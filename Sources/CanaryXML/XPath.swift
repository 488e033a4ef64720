import CXPath

/// An XPath 1.0 expression, evaluated by libxml2.
package struct XPath: Sendable, Hashable {
    /// Why an expression has no value.
    package struct Failure: Error, Sendable, Hashable {
        /// Whose fault it is.
        package enum Cause: Sendable, Hashable {
            /// The text is not a document.
            case document
            /// The expression is not valid, or libxml2 is not there.
            case expression
        }

        package let cause: Cause
        /// What is wrong, in a sentence without its end.
        package let reason: String
    }

    /// What an expression selects, or comes to.
    package enum Value: Sendable, Hashable {
        case text(String)
        /// A number as XPath writes it: `2`, `0.5`, `NaN`, `Infinity`.
        case number(String)
        case boolean(Bool)
    }

    /// The expression as written.
    package let expression: String

    package init(_ expression: String) { self.expression = expression }

    /// The values that it has in a document.
    ///
    /// No entity is expanded and nothing is loaded. Prefixes are those that the root element declares, `_` is its default
    /// namespace.
    ///
    /// - Parameters:
    ///   - document: Its bytes: HTML where it begins as such, XML otherwise, in the encoding that it names.
    ///   - isHTML: Whether it is HTML in any case.
    /// - Returns: The text of each node; of an expression that is not one of nodes its value, which has its type.
    /// - Throws: ``Failure``.
    package func values(in document: [UInt8], isHTML: Bool = false) throws(Failure) -> [Value] {
        if document.firstRange(of: "<!ENTITY".utf8) != nil {
            throw Failure(cause: .document, reason: "the document declares entities, which are not expanded")
        }
        let start = String(decoding: document.prefix(200), as: UTF8.self).lowercased()
        let isHTML = isHTML || start.contains("<!doctype html") || start.contains("<html")
        let (outcome, values) = document.withUnsafeBytes { bytes in
            let values = Values()
            let outcome = xpath_evaluate(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                min(bytes.count, Int(Int32.max)),
                isHTML ? 1 : 0,
                expression,
                { context, value, length in
                    guard let context, let value else { return }
                    let bytes = UnsafeRawBufferPointer(start: value, count: length)
                    Unmanaged<Values>.fromOpaque(context).takeUnretainedValue().all
                        .append(String(decoding: bytes, as: UTF8.self))
                },
                Unmanaged.passUnretained(values).toOpaque()
            )
            return (outcome, values.all)
        }
        switch outcome {
        case xpath_nodes, xpath_text: return values.map(Value.text)
        case xpath_number: return values.map(Value.number)
        case xpath_boolean: return values.map { .boolean($0 == "true") }
        case xpath_no_document:
            throw Failure(cause: .document, reason: "it is not \(isHTML ? "HTML" : "XML")")
        case xpath_no_library:
            throw Failure(
                cause: .expression,
                reason: "XPath needs libxml2, which is not installed (Debian: apt-get install libxml2)"
            )
        default:
            throw Failure(cause: .expression, reason: "'\(expression)' is not a valid XPath 1.0 expression")
        }
    }

    /// Where C puts values.
    private final class Values {
        var all: [String] = []
    }
}
