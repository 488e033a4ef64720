/// What a step does: to the page, or by a request.
public enum Action: Sendable, Hashable {
    /// Opens a URL, absolute or relative to the flow's `baseURL`.
    case open(url: String)
    /// Clicks the target with the primary button.
    case click(Target)
    /// Double-clicks the target.
    case doubleClick(Target)
    /// Clicks the target with the secondary button.
    case rightClick(Target)
    /// Moves the pointer over the target.
    case hover(Target)
    /// Makes a checkbox, radio button or switch checked.
    case check(Target)
    /// Makes a checkbox or switch unchecked.
    case uncheck(Target)
    /// Scrolls the target into view.
    case scroll(Target)
    /// Replaces the value of an editable element.
    case fill(Target, value: String)
    /// Sends keys to an editable element, after what it holds.
    case type(Target, text: String)
    /// Presses a key or a chord (`Control+A`), on the target or on what has the focus.
    case press(KeyChord, target: Target?)
    /// Chooses an option of a `select` element.
    case select(Target, OptionChoice)
    /// Puts files (absolute paths) into a file input.
    case upload(Target, files: [String])
    /// Drags one element onto another.
    case drag(Target, to: Target)
    /// Goes to another window, or closes the current one.
    case window(WindowChoice)
    /// Answers the dialog that is open, or that opens within the step's time.
    case dialog(DialogAnswer)
    /// Waits until all conditions hold.
    case waitFor([Condition])
    /// Runs JavaScript in the page.
    case script(Script)
    /// Reads values from the page into variables, in the order of the file.
    case save([SavedValue])
    /// Waits for a fixed time.
    case pause(Duration)
    /// Loads the page again.
    case reload
    /// Goes one entry back in the history.
    case back
    /// Goes one entry forward in the history.
    case forward
    /// Makes a connection below HTTP.
    indirect case connect(ConnectionStep)
    /// Asks the domain name system.
    indirect case dns(NameLookup)
    /// Sends an HTTP request.
    indirect case request(Request)  // large: it would make every action so
}

extension Action {
    /// The kinds of actions, by their keys in a flow file.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case open, click, doubleClick, rightClick, hover, check, uncheck, scroll, fill, type, press, select
        case upload, drag, window, dialog, waitFor, script, save, pause, reload, back, forward
        case request, connect, dns
    }

    /// What kind it is of.
    public var kind: Kind {
        switch self {
        case .open: .open
        case .click: .click
        case .doubleClick: .doubleClick
        case .rightClick: .rightClick
        case .hover: .hover
        case .check: .check
        case .uncheck: .uncheck
        case .scroll: .scroll
        case .fill: .fill
        case .type: .type
        case .press: .press
        case .select: .select
        case .upload: .upload
        case .drag: .drag
        case .window: .window
        case .dialog: .dialog
        case .waitFor: .waitFor
        case .script: .script
        case .save: .save
        case .pause: .pause
        case .reload: .reload
        case .back: .back
        case .forward: .forward
        case .request: .request
        case .connect: .connect
        case .dns: .dns
        }
    }
}
