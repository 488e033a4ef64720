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
        var steps: [Step] = []
        steps.reserveCapacity(elements.count)  // growing by doubling took a third more at 10,000 steps
        for element in elements { steps += step(element, isInGroup: isInGroup) }
        return steps
    }

    /// The step that an object stands for: several where it uses shared steps, or stands for rows.
    func step(_ node: JSON5Node, isInGroup: Bool) -> [Step] {
        guard case .object(let members) = node.value else {
            reportKind(node, "a list of steps", takes: "objects such as { click: \"#save\" }")
            return []
        }
        if let rows = members[StepModifier.forEach.rawValue] {
            return forEach(rows, node, members, isInGroup: isInGroup)
        }
        guard context.countStep() else { return tooManySteps(node) }
        let fields = StepFields(node, members)
        if members.count == 1, let first = fields.contents.first, first.key == .use {
            return sharedSteps(first.member, isInGroup: isInGroup)
        }
        checkKeys(fields)
        checkContents(of: fields, isInGroup: isInGroup)
        let content = fields.contents.first.flatMap { self.content($0.key, $0.member, fields) }
        checkParameters(fields)
        var expect = fields[.expect].map { conditions($0.value, "expect") } ?? []
        let action = fields.contents.first?.key.action
        if let expected = fields[.expect]?.value { checkConditions(expect, expected, of: action) }
        var warn = fields[.warn].map { conditions($0.value, "warn") } ?? []
        if let member = fields[.warn] { checkWarnings(warn, member, fields, of: action) }
        if action?.readings != nil { checkRequest(fields, expect) }
        if action == .request {
            expect += common(context.requests.expect, beside: expect, fields)
            warn += common(context.requests.warn, beside: warn, fields)
        }
        notePages(fields)
        let (made, summary) =
            content ?? (.action(nil), expect.isEmpty ? "Screenshot" : "Expect \(expect.summary)")
        var step = step(fields, made, summary, expect)
        step.warn = warn.map(Template.init)
        step.log = log(fields).map(Template.init)
        return [step]
    }

    /// The step that its fields make; one with mistakes is made all the same, and never leaves here.
    private func step(
        _ fields: StepFields,
        _ content: Step.Content,
        _ summary: String,
        _ expect: [Condition]
    ) -> Step {
        let flag = { (key: StepModifier) in
            fields[key].flatMap { self.bool($0.value, key.rawValue) } ?? false
        }
        let step = Step(
            name: fields[.name].flatMap { label($0.value, "name") } ?? name(summary),
            position: place(of: fields.node, fields.contents.first { $0.key.isAction }?.member),
            content: content,
            expect: expect.map(Template.init),
            status: fields[.status].map { statuses($0.value, "status", in: 100...599) } ?? [],
            timeout: fields[.timeout].map { time($0.value, "timeout") } ?? commonTimeout(fields),
            screenshot: fields[.screenshot].flatMap { screenshot($0.value) }.map(Template.init),
            mask: (fields[.mask].map { mask($0.value) } ?? []).map(Template.init),
            isOptional: flag(.optional),
            isSoft: flag(.soft),
            frame: (fields[.frame].map { frames($0.value) } ?? []).map(Template.init)
        )
        if step.isOptional, step.isSoft, let soft = fields[.soft] {
            report(
                soft,
                "a step is either optional (a failure is a note) or soft (a failure counts, and the flow goes on)"
            )
        }
        return step
    }

    /// Notes whether a step is of a page.
    private func notePages(_ fields: StepFields) {
        switch fields.contents.first?.key {
        case nil: context.looks.append(SourcePlace(source, at: fields.node.range.lowerBound))
        case .action(let kind) where kind.readings != nil: context.sendsRequests = true
        case .action(.pause), .steps, .use: break
        case .action: context.actsOnPage = true
        }
    }

    /// The line of `log`, with its `level`.
    private func log(_ fields: StepFields) -> StepLog? {
        let levels = StepLog.Level.allCases.map(\.rawValue)
        var level = StepLog.Level.info
        if let member = fields[.level], let name = constant(member.value, "level") {
            if let known = StepLog.Level(rawValue: name.text) {
                level = known
            } else {
                reportKind(member.value, "level", takes: "one of \(levels.joined(separator: ", "))")
            }
            if fields[.log] == nil { report(member, "'level' goes with 'log'") }
        }
        return fields[.log].flatMap { text($0.value, "log") }.map { StepLog($0.text, level: level) }
    }

    private func name(_ summary: String) -> String {
        StepName(summary, secrets: context.variables.secrets.values).text
    }

    /// What a step does, with that in a few words.
    private func content(
        _ key: StepContent,
        _ member: JSON5Member,
        _ fields: StepFields
    ) -> (Step.Content, String)? {
        switch key {
        case .steps:
            let steps = steps(member.value, "steps", isInGroup: true)
            if case .array(let elements) = member.value.value, elements.isEmpty {
                report(member.value, "a group needs at least one step")
            }
            return group(steps)
        case .use: return group(sharedSteps(member, isInGroup: true))
        case .action(let kind):
            return kind.row.decode(self, member, fields).map { (.action(Template($0.action)), $0.name) }
        }
    }

    private func group(_ steps: [Step]) -> (Step.Content, String) {
        (.group(steps), "Group of \(steps.count) step\(steps.count == 1 ? "" : "s")")
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
