/// An element of an XML document: a name, attributes in order, and elements or a text in it.
struct XMLElement {
    /// Its name.
    let name: String
    /// Its attributes, in order.
    var attributes: [(name: String, value: String)]
    /// The elements in it, in order.
    var children: [XMLElement]
    /// The text in it, before the elements.
    var text: String

    /// Makes an element; attributes without a value are left out.
    init(
        _ name: String,
        _ attributes: KeyValuePairs<String, String?> = [:],
        text: String = "",
        children: [XMLElement] = []
    ) {
        self.name = name
        self.attributes = attributes.compactMap { name, value in value.map { (name, $0) } }
        self.text = text
        self.children = children
    }

    /// The element and what is in it, indented by two spaces a level, with a newline at the end.
    func write(to output: inout String, indent: String = "") {
        output += "\(indent)<\(name)"
        for attribute in attributes {
            output += " \(attribute.name)=\"\(attribute.value.xmlEscaped(inAttribute: true))\""
        }
        if children.isEmpty && text.isEmpty {
            output += "/>\n"
            return
        }
        output += ">" + text.xmlEscaped(inAttribute: false)
        if !children.isEmpty {
            output += "\n"
            for child in children { child.write(to: &output, indent: indent + "  ") }
            output += indent
        }
        output += "</\(name)>\n"
    }
}

extension String {
    /// The text as XML 1.0 can hold it.
    ///
    /// Line ends and tabs in an attribute become references, since a reader would make spaces of them; a carriage
    /// return does everywhere. A character that XML forbids, even as a reference, becomes `\u{1B}`. `##[` and `::`, of
    /// which a runner of GitHub Actions makes commands where the document is shown in its log, are broken by references.
    fileprivate func xmlEscaped(inAttribute: Bool) -> String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"" where inAttribute: result += "&quot;"
            case "\t" where inAttribute, "\n" where inAttribute, "\r": result += "&#\(scalar.value);"
            case "[" where result.hasSuffix("##"), ":" where result.hasSuffix(":"):
                result += "&#\(scalar.value);"
            case _ where scalar.isXMLCharacter: result.unicodeScalars.append(scalar)
            default: result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// Whether it is a [Char of XML 1.0](https://www.w3.org/TR/xml/#charsets) and none of those it discourages.
    fileprivate var isXMLCharacter: Bool {
        switch value {
        case 0x9, 0xA, 0x20..<0x7F, 0xA0..<0xFDD0, 0xFDF0..<0xFFFE: true
        case 0x10000...: value & 0xFFFF < 0xFFFE
        default: false
        }
    }
}
