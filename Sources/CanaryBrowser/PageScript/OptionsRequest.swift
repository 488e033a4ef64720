import CanaryModel

/// What `optionsNear` (`narrowed.js`) is asked.
struct OptionsRequest: Encodable, Sendable {
    /// The list.
    let list: PageTarget
    /// The label that none of its options has.
    let label: String?
    /// The value that none of its options has.
    let value: String?

    init(_ list: PageTarget, _ choice: OptionChoice) {
        self.list = list
        switch choice {
        case .label(let label): (self.label, value) = (label, nil)
        case .value(let value): (label, self.value) = (nil, value)
        }
    }
}
