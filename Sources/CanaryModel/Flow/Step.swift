/// One step of a flow: an action with its expectations, or a group of such steps.
public struct Step: Sendable, Hashable {
    /// What a step does.
    public enum Content: Sendable, Hashable {
        /// One action, or none where the step only expects something.
        case action(Template<Action>?)
        /// Steps under one name and one screenshot; never groups themselves.
        case group([Step])
    }

    /// The name to show: as given, or made from the action (`Click #login-btn`).
    public var name: String
    /// Where the step stands in its file.
    public var position: SourcePosition
    /// The action or the group.
    public var content: Content
    /// What must hold after the action, or after the last step of the group.
    public var expect: [Template<Condition>]
    /// What makes it degraded where it does not hold once the step has passed.
    public var warn: [Template<Condition>] = []
    /// The HTTP statuses that are right for a document that the action loads; empty: any below 500, and for `open` below
    /// 400.
    public var status: [Int]
    /// The step's own budget; `nil` takes the flow's `stepTimeout`, for a group no cap of its own.
    public var timeout: Duration?
    /// What its screenshot shows; `nil`: as the flow's evidence options say.
    public var screenshot: Template<StepScreenshot>?
    /// What is painted over in it, beside what the flow says.
    public var mask: [Template<Target>]
    /// Whether a failure is only a note: the step passes and the flow goes on.
    public var isOptional: Bool
    /// Whether the flow goes on after a failure, which still counts.
    public var isSoft: Bool
    /// The line that it writes when it has passed.
    public var log: Template<StepLog>?
    /// How many steps after it are done for other rows of the same `forEach`: they run even where it failed.
    public var rowsAfter = 0
    /// The frames to look in, from outer to inner; empty for the top document.
    public var frame: [Template<Target>]

    /// Makes a step; the defaults are those of a flow file that leaves the key out.
    public init(
        name: String,
        position: SourcePosition,
        content: Content,
        expect: [Template<Condition>] = [],
        status: [Int] = [],
        timeout: Duration? = nil,
        screenshot: Template<StepScreenshot>? = nil,
        mask: [Template<Target>] = [],
        isOptional: Bool = false,
        isSoft: Bool = false,
        frame: [Template<Target>] = []
    ) {
        self.name = name
        self.position = position
        self.content = content
        self.expect = expect
        self.status = status
        self.timeout = timeout
        self.screenshot = screenshot
        self.mask = mask
        self.isOptional = isOptional
        self.isSoft = isSoft
        self.frame = frame
    }
}
