import CanaryModel

extension Action.Kind {
    /// What a flow file says of it.
    var row: ActionRow { Self.rows[self] ?? made }

    private static let rows = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.made) })

    private var made: ActionRow {
        switch self {
        case .open:
            ActionRow(
                synonyms: ["goto", "navigate", "visit", "url", "load"],
                parameters: [.status],
                example: #"open: "https://example.com/login""#
            ) { file, member, _ in file.open(member) }
        case .click:
            .onTarget("Click", ["tap", "press_button"], status: true, example: ##"click: "#save""##) {
                .click($0)
            }
        case .doubleClick:
            .onTarget("Double-click", ["dblclick"], status: true, example: ##"doubleClick: "#row""##) {
                .doubleClick($0)
            }
        case .rightClick:
            .onTarget(
                "Right-click",
                ["contextclick", "rightclick"],
                status: true,
                example: ##"rightClick: "#row""##
            ) {
                .rightClick($0)
            }
        case .hover: .onTarget("Hover over", example: ##"hover: "#menu""##) { .hover($0) }
        case .check: .onTarget("Check", status: true, example: #"check: "label=Agree""#) { .check($0) }
        case .uncheck:
            .onTarget("Uncheck", status: true, example: #"uncheck: "label=Agree""#) { .uncheck($0) }
        case .scroll:
            .onTarget("Scroll to", ["scrollto", "scrollintoview"], example: ##"scroll: "#end""##) {
                .scroll($0)
            }
        case .fill:
            ActionRow(
                synonyms: ["input", "enter", "settext", "setvalue"],
                parameters: [.status, .value],
                example: ##"fill: "#name", value: "Ann""##
            ) { file, member, fields in
                file.typed(member, fields).map { .init(.fill($0, value: $1), "Fill \($0)") }
            }
        case .type:
            ActionRow(
                synonyms: ["sendkeys", "keys"],
                parameters: [.status, .value],
                example: ##"type: "#name", value: "Ann""##
            ) { file, member, fields in
                file.typed(member, fields).map { .init(.type($0, text: $1), "Type into \($0)") }
            }
        case .press:
            ActionRow(
                synonyms: ["keyboard"],
                parameters: [.status, .target],
                example: ##"press: "Enter", target: "#name""##
            ) { file, member, fields in file.press(member, fields) }
        case .select:
            ActionRow(
                synonyms: ["choose", "selectoption"],
                parameters: [.status, .value, .option],
                example: ##"select: "#country", option: "Norway""##
            ) { file, member, fields in file.select(member, fields) }
        case .upload:
            ActionRow(parameters: [.status, .files], example: ##"upload: "#picture", files: ["row.png"]"##) {
                file,
                member,
                fields in
                file.upload(member, fields)
            }
        case .drag:
            ActionRow(parameters: [.status, .to], example: ##"drag: "#card", to: "#done""##) {
                file,
                member,
                fields in
                file.drag(member, fields)
            }
        case .window:
            ActionRow(parameters: [.status], example: #"window: "new""#) { file, member, _ in
                file.window(member.value).map { .init(.window($0), $0.name) }
            }
        case .dialog:
            ActionRow(
                synonyms: ["alert", "confirm", "prompt"],
                parameters: [.status, .value, .message],
                example: #"dialog: "accept", message: "Sure?""#
            ) { file, member, fields in file.dialog(member, fields) }
        case .waitFor:
            ActionRow(
                synonyms: ["wait", "waituntil", "wait_for", "waitforselector"],
                parameters: [.status],
                example: ##"waitFor: { visible: "#menu" }"##
            ) { file, member, _ in
                let conditions = file.conditions(member.value, "waitFor")
                file.checkConditions(conditions, member.value, of: .waitFor)
                return .init(.waitFor(conditions), "Wait for \(conditions.summary)")
            }
        case .script:
            ActionRow(
                synonyms: ["evaluate", "execute", "js", "javascript", "eval"],
                parameters: [.status, .args, .save],
                example: #"script: "return document.title", save: "TITLE""#
            ) { file, member, fields in file.script(member, fields).map { .init(.script($0), "Run script") } }
        case .save:
            ActionRow(
                synonyms: ["extract", "capture", "store"],
                example: ##"save: { TOTAL: { text: "#total" } }"##
            ) {
                file,
                member,
                _ in
                file.save(member.value).map { values in
                    .init(.save(values), "Save " + values.map(\.name).joined(separator: ", "))
                }
            }
        case .pause:
            ActionRow(synonyms: ["sleep", "delay"], parameters: [.status], example: #"pause: "1s""#) {
                file,
                member,
                _ in
                file.time(member.value, "pause", allowsZero: true).map {
                    .init(.pause($0), "Pause \($0.written)")
                }
            }
        case .reload: .bare("Reload", ["refresh"], example: "reload: true", .reload)
        case .back: .bare("Go back", example: "back: true", .back)
        case .forward: .bare("Go forward", example: "forward: true", .forward)
        case .connect:
            ActionRow(
                synonyms: ["tcp", "port"],
                parameters: [.tls, .send, .insecure, .caCertificate],
                example: #"connect: "mail.example.com:25", expect: { reply: { startsWith: "220" } }"#
            ) { file, member, fields in file.connect(member, fields) }
        case .dns:
            ActionRow(
                synonyms: ["lookup", "resolvename"],
                parameters: [.record, .server],
                example: #"dns: "example.com", record: "MX""#
            ) { file, member, fields in file.dns(member, fields) }
        case .request:
            ActionRow(
                synonyms: ["fetch", "api", "call", "get", "post", "put", "patch", "method"],
                parameters: [
                    .status, .save, .headers, .query, .json, .form, .text, .file, .multipart, .retry,
                ] + RequestOptionKey.allCases.map(\.parameter),
                example: #"request: "GET https://api.example.com/health""#
            ) { file, member, fields in file.request(member, fields) }
        }
    }
}

extension Duration {
    /// The duration as a flow file writes it.
    fileprivate var written: String {
        milliseconds % 1000 == 0 ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
    }
}

extension WindowChoice {
    fileprivate var name: String {
        switch self {
        case .new: "Go to new window"
        case .main: "Go to main window"
        case .number(let number): "Go to window \(number)"
        case .close: "Close window"
        }
    }
}
