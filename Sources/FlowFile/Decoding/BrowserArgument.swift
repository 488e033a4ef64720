/// An argument of the browser, as a flow file has it.
struct BrowserArgument: Hashable {
    /// What an argument does that a flow file may not ask for.
    enum Risk: String {
        case startsPrograms = "it can start a program"
        case loadsCode = "it can load code into the browser"
        case opensPorts = "it can open the browser to other programs or to pages"
        case touchesFiles = "it can write or read files"
        case dropsSandbox = "it switches a sandbox off"
        case dropsProtection = "it takes away what keeps pages from each other and from files"
    }

    /// The name, without dashes and in lower case; empty where there is none.
    let name: String
    /// What stands behind the `=`.
    let value: String?

    /// Every argument that a text can be read as.
    ///
    /// The driver and the browser drop dashes and white space at the ends; a script in front of the browser could
    /// take a text with spaces apart.
    static func all(in text: String) -> [BrowserArgument] {
        let words = text.split(whereSeparator: \.isWhitespace)
        return [BrowserArgument(text[...])]
            + words.dropFirst().filter { $0.hasPrefix("-") }.map(BrowserArgument.init)
    }

    private init(_ text: Substring) {
        let isNamePart = { (character: Character) in
            character.isASCII
                && (character.isLetter || character.isNumber || character == "-" || character == "_")
        }
        name = String(text.prefix { $0 != "=" }.filter(isNamePart).drop { $0 == "-" }).lowercased()
        value = text.firstIndex(of: "=").map { String(text[text.index(after: $0)...]) }
    }

    /// Why a flow file may not give it; `nil` where it may.
    var risk: Risk? {
        if let risk = Self.risks[name], !isHarmlessForm { return risk }
        if let family = Self.families.first(where: { name.hasPrefix($0.prefix) }) { return family.risk }
        if name.hasSuffix("-cmd-prefix") || name.hasSuffix("-launcher") { return .startsPrograms }
        let isSandbox =
            name.contains("sandbox") && !name.contains("privacy-sandbox") && !name.hasPrefix("enable-")
        if isSandbox { return .dropsSandbox }
        if Self.fileSuffixes.contains(where: name.hasSuffix), !Self.known.contains(name) {
            return .touchesFiles
        }
        let value = value?.lowercased() ?? ""
        let isOfFeatures = ["disable-features", "enable-features", "force-fieldtrials"].contains(name)
        if value.contains("mojojs") || (isOfFeatures && value.contains("sandbox")) { return .dropsSandbox }
        return value.hasPrefix("file:") ? .touchesFiles : nil
    }

    /// Whether canary knows it, as one that flows use.
    var isKnown: Bool { Self.known.contains(name) || isHarmlessForm }

    /// Logging to the standard error stream leaves no file.
    private var isHarmlessForm: Bool { name == "enable-logging" && value == "stderr" }

    private static let fileSuffixes = ["-file", "-path", "-dir", "-directory", "-fd", "-handle"]
}
