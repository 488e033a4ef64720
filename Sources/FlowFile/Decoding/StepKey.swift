/// The keys of a step.
enum StepKey: String, CaseIterable {
    // What the step is, beside its action.
    case name, timeout, screenshot, mask, optional, soft, frame, expect
    // Steps in place of an action.
    case steps, use
    // Actions.
    case open, click, doubleClick, rightClick, hover, check, uncheck, scroll, fill, type, press, select
    case upload, drag, window, dialog, waitFor, script, save, pause, reload, back, forward
    // Parameters of actions.
    case status, value, target, option, files, to, message, args

    /// What part a key plays; `save` is an action, and a parameter beside `script`.
    enum Role {
        case modifier, content, action, parameter
    }

    var role: Role {
        switch self {
        case .name, .timeout, .screenshot, .mask, .optional, .soft, .frame, .expect: .modifier
        case .steps, .use: .content
        case .status, .value, .target, .option, .files, .to, .message, .args: .parameter
        default: .action
        }
    }

    /// The actions that a parameter goes with.
    var owners: [StepKey] {
        switch self {
        case .status:
            [
                .open, .click, .doubleClick, .rightClick, .check, .uncheck, .fill, .type, .press, .select,
                .upload, .drag,
                .window, .dialog, .waitFor, .script, .pause, .reload, .back, .forward,
            ]
        case .value: [.fill, .type, .select, .dialog]
        case .target: [.press]
        case .option: [.select]
        case .files: [.upload]
        case .to: [.drag]
        case .message: [.dialog]
        case .args: [.script]
        default: []
        }
    }

    static let all = allCases.map(\.rawValue)
    static let actions = allCases.filter { $0.role == .action }.map(\.rawValue)

    /// The action that other tools call by this name.
    static func synonym(of word: String) -> StepKey? {
        switch word.lowercased() {
        case "goto", "navigate", "visit", "url", "load": .open
        case "tap", "press_button": .click
        case "dblclick": .doubleClick
        case "contextclick", "rightclick": .rightClick
        case "input", "enter", "settext", "setvalue": .fill
        case "sendkeys", "keys": .type
        case "key", "keyboard": .press
        case "wait", "waituntil", "wait_for", "waitforselector": .waitFor
        case "assert", "verify", "assertions": .expect
        case "sleep", "delay": .pause
        case "evaluate", "execute", "js", "javascript", "eval": .script
        case "choose", "selectoption": .select
        case "scrollto", "scrollintoview": .scroll
        case "alert", "confirm", "prompt": .dialog
        case "refresh": .reload
        case "extract", "capture", "store": .save
        case "iframe": .frame
        default: nil
        }
    }
}
