import CanaryModel

/// What a flow file says of a kind of action.
struct ActionRow: Sendable {
    /// An action, with what it does in a few words: `Click #save`.
    struct Named {
        let action: Action
        let name: String

        init(_ action: Action, _ name: String) { (self.action, self.name) = (action, name) }
    }

    /// What other tools call it, in lower case.
    var synonyms: [String] = []
    /// What stands beside its key.
    var parameters: [StepParameter] = []
    /// A step of it, without its braces.
    let example: String
    /// Decodes the action; `nil` where a mistake was reported.
    ///
    /// What is typed is never part of the name.
    let decode: @Sendable (FileDecoder, JSON5Member, StepFields) -> Named?
}

extension ActionRow {
    /// An action on a target, with nothing else: `Click #save`.
    static func onTarget(
        _ verb: String,
        _ synonyms: [String] = [],
        status: Bool = false,
        example: String,
        _ make: @escaping @Sendable (Target) -> Action
    ) -> ActionRow {
        ActionRow(synonyms: synonyms, parameters: status ? [.status] : [], example: example) {
            file,
            member,
            _ in
            file.target(member.value, member.key).map { Named(make($0), "\(verb) \($0)") }
        }
    }

    /// An action with nothing to say: `reload: true`.
    static func bare(
        _ name: String,
        _ synonyms: [String] = [],
        example: String,
        _ action: Action
    ) -> ActionRow {
        ActionRow(synonyms: synonyms, parameters: [.status], example: example) { file, member, _ in
            file.isTrue(member) ? Named(action, name) : nil
        }
    }
}
