/// The effects that change a page, written into its HTML.
///
/// Whatever can be said in HTML and CSS is there from the first paint; the rest is a call of a
/// function in `effects.js`, which stands in the page before everything else.
struct PageEffects {
    private var renamed: [(old: String, new: String)] = []
    private var styles = ""
    private var overlays = ""
    private var calls: [String] = []

    init(_ effects: [DemoSite.Effect]) {
        effects.forEach { add($0) }
    }

    func applied(to html: [UInt8]) -> [UInt8] {
        var head = styles.isEmpty ? "" : "<style>\(styles)</style>"
        if !calls.isEmpty {
            head += "<script>\(Asset.text("effects.js"))\n\(calls.joined(separator: "\n"))</script>"
        }
        guard !head.isEmpty || !overlays.isEmpty || !renamed.isEmpty else { return html }
        var page = String(decoding: html, as: UTF8.self)
        for (old, new) in renamed {
            page = page.replacing("id=\"\(old)\"", with: "id=\"\(new)\"")
            page = page.replacing("for=\"\(old)\"", with: "for=\"\(new)\"")
        }
        page = page.replacing("<head>", with: "<head>" + head, maxReplacements: 1)
        page = page.replacing("</body>", with: overlays + "</body>", maxReplacements: 1)
        return Array(page.utf8)
    }

    private mutating func add(_ effect: DemoSite.Effect) {
        switch effect {
        case .rename(let old, let new): renamed.append((old, new))
        case .hide(let selector): styles += "\(selector) { display: none !important }"
        case .moving(let selector, let time):
            styles += "@keyframes moving { 50% { translate: 160px 0 } }"
            styles += "\(selector) { animation: moving 800ms linear \(time.milliseconds / 800 + 1) }"
        case .cover: overlays += Asset.text("cookie-wall.html")
        case .spinner(let time):
            overlays += Asset.text("spinner.html")
            call("removeLater", ["#spinner"], time)
        case .late(let selector, let time): call("late", [selector], time)
        case .changeText(let selector, let text, let time): call("changeText", [selector, text], time)
        case .disableUntilInput(let selector): call("disableUntilInput", [selector])
        case .stealFocus(let selector, let time): call("stealFocus", [selector], time)
        case .holdValue(let selector): call("holdValue", [selector])
        case .alert(let message): call("alertOnLoad", [message])
        case .scriptError(let message): call("throwOnLoad", [message])
        case .freeze(let time): call("freeze", [], time)
        case .closeWindow: call("closeOnLoad", [])
        case .once, .delay, .status, .neverAnswer, .redirectForever, .closeBeforeAnswer, .closeMidBody: break
        }
    }

    private mutating func call(_ function: String, _ strings: [String], _ time: Duration? = nil) {
        let arguments = strings.map(\.javaScriptLiteral) + (time.map { ["\($0.milliseconds)"] } ?? [])
        calls.append("siteEffects.\(function)(\(arguments.joined(separator: ", ")));")
    }
}

extension Duration {
    /// The duration in whole milliseconds, rounded down.
    fileprivate var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}

extension String {
    /// The text as a JavaScript string that may stand in an HTML page.
    fileprivate var javaScriptLiteral: String {
        let escaped = unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\", "<", "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
                "\\u{" + String(scalar.value, radix: 16) + "}"
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}
