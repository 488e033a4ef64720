import CanaryModel

/// A `testsuite` element.
struct JUnitSuite {
    /// Its name.
    var name: String
    /// The flow's file.
    var file: String?
    /// When it began.
    var started: Timestamp?
    /// How long it took, in ms.
    var duration: Int
    /// What is known of it besides.
    var properties: [(name: String, value: String)] = []
    /// Its cases, each of another name.
    var cases: [JUnitCase]
    /// Its `system-out`.
    var output = ""

    /// The suite as XML.
    var element: XMLElement {
        var children: [XMLElement] = []
        if !properties.isEmpty {
            children.append(
                XMLElement(
                    "properties",
                    children: properties.map { XMLElement("property", ["name": $0.name, "value": $0.value]) }
                )
            )
        }
        children += cases.map { $0.element(suite: name) }
        if !output.isEmpty { children.append(XMLElement("system-out", text: output)) }
        return XMLElement("testsuite", attributes, children: children)
    }

    private var attributes: KeyValuePairs<String, String?> {
        [
            "name": name,
            "tests": "\(cases.count)",
            "failures": "\(cases.count { $0.outcome == .failed })",
            "errors": "\(cases.count { $0.outcome == .error })",
            "skipped": "\(cases.count { $0.outcome == .skipped })",
            "time": duration.seconds,
            "timestamp": started?.description,
            "file": file,
        ]
    }
}
