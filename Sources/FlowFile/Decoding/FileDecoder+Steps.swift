import CanaryModel

extension FileDecoder {
    /// A list of steps, those of shared files in their places.
    ///
    /// - Parameters:
    ///   - node: The list.
    ///   - subject: What the list belongs to, for messages.
    ///   - isInGroup: Whether it is that of a group, which holds no groups.
    /// - Returns: The steps in the order of the file.
    func steps(_ node: JSON5Node, _ subject: String, isInGroup: Bool) -> [Step] {
        guard case .array(let elements) = node.value else {
            reportKind(node, subject, takes: "a list of steps")
            return []
        }
        return elements.flatMap { step($0, isInGroup: isInGroup) }
    }

    private func step(_ node: JSON5Node, isInGroup: Bool) -> [Step] {
        guard case .object(let members) = node.value else {
            reportKind(node, "a list of steps", takes: "objects such as { click: \"#save\" }")
            return []
        }
        guard context.countStep() else { return tooManySteps(node) }
        let fields = StepFields(node, members)
        if members.count == 1, let use = fields[.use] { return sharedSteps(use, isInGroup: isInGroup) }
        checkKeys(fields)
        let contents = fields.contents
        checkContents(contents, of: fields, isInGroup: isInGroup)
        let content = contents.first.flatMap { self.content($0.key, $0.member, fields) }
        checkParameters(fields, of: contents)
        let expect = fields[.expect].map { conditions($0.value, "expect") } ?? []
        return [step(fields, content: content ?? .action(nil), expect: expect)]
    }

    /// The step that its fields make; one with mistakes is made all the same, and never leaves here.
    private func step(_ fields: StepFields, content: Step.Content, expect: [Condition]) -> Step {
        let flag = { (key: StepKey, absent: Bool) in
            fields[key].flatMap { self.bool($0.value, key.rawValue) } ?? absent
        }
        let step = Step(
            name: fields[.name].flatMap { label($0.value, "name") } ?? name(content, expect),
            position: place(of: fields.node, fields.contents.first { $0.key.role == .action }?.member),
            content: content,
            expect: expect,
            status: fields[.status].map { statuses($0.value, "status", in: 100...599) } ?? [],
            timeout: fields[.timeout].flatMap { time($0.value, "timeout") },
            screenshot: fields[.screenshot].flatMap { screenshot($0.value) },
            mask: fields[.mask].map { mask($0.value) } ?? [],
            isOptional: flag(.optional, false),
            isSoft: flag(.soft, false),
            frame: fields[.frame].map { frames($0.value) } ?? []
        )
        if step.isOptional, step.isSoft, let soft = fields[.soft] {
            report(
                soft,
                "a step is either optional (a failure is a note) or soft (a failure counts, and the flow goes on)"
            )
        }
        return step
    }

    private func name(_ content: Step.Content, _ expect: [Condition]) -> String {
        StepName(content, expect: expect, secrets: context.variables.secrets.values).text
    }

    private func content(_ key: StepKey, _ member: JSON5Member, _ fields: StepFields) -> Step.Content? {
        switch key {
        case .steps:
            let steps = steps(member.value, "steps", isInGroup: true)
            if case .array(let elements) = member.value.value, elements.isEmpty {
                report(member.value, "a group needs at least one step")
            }
            return .group(steps)
        case .use: return .group(sharedSteps(member, isInGroup: true))
        default: return action(key, member, fields).map { .action($0) }
        }
    }

    private func tooManySteps(_ node: JSON5Node) -> [Step] {
        if context.isFull { return [] }
        context.isFull = true
        report(
            node,
            "a flow has at most \(FlowContext.maximumSteps) steps, shared ones counted where they are used"
        )
        return []
    }
}
