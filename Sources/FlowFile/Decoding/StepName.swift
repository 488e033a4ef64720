import CanaryModel

/// The name of a step that was given none: what it does, as in `Click #login-btn`.
///
/// What is typed is never part of it, and a value that is only known while the flow runs stands as
/// it is written.
struct StepName {
    let text: String

    /// The longest name made; targets can be long.
    private static let limit = 80

    init(_ content: Step.Content, expect: [Condition], secrets: some Sequence<String>) {
        var text =
            switch content {
            case .group(let steps): "Group of \(steps.count) step\(steps.count == 1 ? "" : "s")"
            case .action(let action?): action.summary
            case .action(nil): expect.isEmpty ? "Screenshot" : "Expect " + expect.summary
            }
        for secret in secrets where !secret.isEmpty && text.contains(secret) {
            text = text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "***")
        }
        text = Self.unmarked(text)
        self.text = text.count > Self.limit ? text.prefix(Self.limit - 1) + "…" : text
    }

    /// The text with the marks of saved values as they are written: `${NAME}`.
    private static func unmarked(_ text: String) -> String {
        guard text.contains(SavedReference.opening) else { return text }
        return text.split(separator: SavedReference.opening, omittingEmptySubsequences: false)
            .joined(separator: "${")
            .split(separator: SavedReference.closing, omittingEmptySubsequences: false)
            .joined(separator: "}")
    }
}

extension Action {
    /// What the action does, in a few words, without what it types.
    var summary: String {
        switch self {
        case .open(let url): "Open \(url)"
        case .click(let target): "Click \(target)"
        case .doubleClick(let target): "Double-click \(target)"
        case .rightClick(let target): "Right-click \(target)"
        case .hover(let target): "Hover over \(target)"
        case .check(let target): "Check \(target)"
        case .uncheck(let target): "Uncheck \(target)"
        case .scroll(let target): "Scroll to \(target)"
        case .fill(let target, _): "Fill \(target)"
        case .type(let target, _): "Type into \(target)"
        case .press(let chord, let target): "Press \(chord.written)" + (target.map { " on \($0)" } ?? "")
        case .select(let target, _): "Select in \(target)"
        case .upload(let target, let files):
            "Upload \(files.count) file\(files.count == 1 ? "" : "s") to \(target)"
        case .drag(let target, let destination): "Drag \(target) to \(destination)"
        case .window(let choice): choice.summary
        case .dialog(let answer): answer.accepts ? "Accept dialog" : "Dismiss dialog"
        case .waitFor(let conditions): "Wait for \(conditions.summary)"
        case .script: "Run script"
        case .save(let values): "Save " + values.map(\.name).joined(separator: ", ")
        case .pause(let time): "Pause \(time.summary)"
        case .reload: "Reload"
        case .back: "Go back"
        case .forward: "Go forward"
        }
    }
}

extension Duration {
    /// The duration as a flow file writes it.
    fileprivate var summary: String {
        milliseconds % 1000 == 0 ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
    }
}

extension WindowChoice {
    fileprivate var summary: String {
        switch self {
        case .new: "Go to new window"
        case .main: "Go to main window"
        case .number(let number): "Go to window \(number)"
        case .close: "Close window"
        }
    }
}

extension [Condition] {
    /// The first condition in a few words, and how many more there are.
    var summary: String {
        guard let first else { return "nothing" }
        return first.summary + (count > 1 ? " and \(count - 1) more" : "")
    }
}

extension Condition {
    /// What is looked at, in a few words, by its name where it has one.
    fileprivate var summary: String {
        let negation = isNegated ? "not " : ""
        return switch kind {
        case .state(let state, let target): "\(name ?? target.written) \(negation)\(state.rawValue)"
        case .text(let target, _): name ?? "\(negation)text of \(target)"
        case .value(let target, _): name ?? "\(negation)value of \(target)"
        case .attribute(let target, let attribute, _): name ?? "\(negation)\(attribute) of \(target)"
        case .count(let target, _): name ?? "\(negation)number of \(target)"
        case .title: name ?? "\(negation)title"
        case .url: name ?? "\(negation)URL"
        case .script: name ?? "\(negation)value of a script"
        }
    }
}
