import CPageScripts
import WebDriver

/// The scripts that run in the page, put together to function bodies for `execute`.
///
/// Each call carries all of them: they are then never lost with a document, nor to be seen or changed by it.
enum PageScript {
    /// Waits for a target: ``TargetRequest`` → ``Sighting``.
    static let awaitTarget = asynchronous("awaitTarget")
    /// Waits for conditions: ``ConditionsRequest`` → ``Judgement``.
    static let awaitConditions = asynchronous("awaitConditions")
    /// Waits for what may be meant by a role or label: ``CandidatesRequest`` → ``SeenCandidates``.
    static let awaitCandidates = asynchronous("awaitCandidates")
    /// Waits until the document is loaded: ``LoadRequest`` → ``Place``.
    static let awaitLoad = asynchronous("awaitLoad")
    /// Tells which document this is: → ``Place``.
    static let lookAround = PreparedScript(functions + "return lookAround();")
    /// Selectors near to one that did not match: ``PageTarget`` → `[String]`.
    static let near = PreparedScript(
        functions + "try { return near(arguments[0], arguments[1]); } catch { return []; }"
    )
    /// The value of a form field: element → its value.
    static let readField = PreparedScript(
        functions + "return { value: valueOf(arguments[0]), ...placeOf() };"
    )
    /// Whether a box is checked: element → `Bool?`.
    static let readChecked = PreparedScript(functions + "return checkedOf(arguments[0]);")

    private static func asynchronous(_ function: String) -> PreparedScript {
        PreparedScript(functions + "\(function)(arguments[0], arguments[arguments.length - 1]);")
    }

    private static let functions: String = {
        var text = ""
        var script = page_scripts()
        while let current = script?.pointee, let bytes = current.bytes {
            let buffer = UnsafeBufferPointer(start: bytes, count: Int(current.size))
            text += code(of: String(decoding: buffer, as: UTF8.self))
            script = script?.successor()
        }
        return text
    }()

    /// A script without comment lines and indentation, which would go over the wire each time.
    private static func code(of text: String) -> String {
        text.split(separator: "\n")
            .map { $0.drop { $0 == " " } }
            .filter { !$0.hasPrefix("//") }
            .reduce(into: "") { $0 += $1 + "\n" }
    }
}
