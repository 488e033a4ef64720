import CanaryModel
import CanarySchedule

extension FileDecoder {
    private static let settingKeys = [
        "schedule", "timezone", "enabled", "duration", "env", "secrets", "variables", "timeout", "memory",
        "retries",
        "tags", "group", "retain", "keep",
    ]

    /// The settings of an object, over those that are given; what it says itself overrides them.
    ///
    /// - Parameters:
    ///   - node: The object.
    ///   - subject: What it is, for messages.
    ///   - defaults: What holds where it says nothing.
    ///   - others: The keys that it may have beside settings.
    /// - Returns: The settings; `nil` where the node is no object.
    func settings(
        of node: JSON5Node,
        _ subject: String,
        _ defaults: CanarySettings,
        beside others: [String] = []
    ) -> CanarySettings? {
        guard case .object(let members) = node.value else {
            reportKind(node, subject, takes: "an object such as { schedule: \"rate(5 minutes)\" }")
            return nil
        }
        checkKeys(members, of: subject, allowed: others + Self.settingKeys)
        var settings = defaults
        readTimes(members, &settings)
        readValues(members, &settings)
        if let bool = members["enabled"].flatMap({ bool($0.value, "enabled") }) { settings.isEnabled = bool }
        if let size = members["memory"].flatMap({ size($0.value, "memory") }) { settings.memory = size }
        if let count = members["retries"].flatMap({ integer($0.value, "retries", in: 0...10) }) {
            settings.retries = count
        }
        if let group = members["group"].flatMap({ label($0.value, "group") }) { settings.group = group }
        if let retain = members["retain"] { settings.retention = retention(retain.value, settings.retention) }
        if let keep = members["keep"] { settings.keepsAll = keepsAll(keep.value) }
        return settings
    }

    private func readTimes(_ members: [JSON5Member], _ settings: inout CanarySettings) {
        if let member = members["timezone"], let name = constant(member.value, "timezone") {
            do throws(TimeZoneRules.Unknown) {
                settings.timeZone = try TimeZoneRules(named: name.text)
            } catch {
                report(member.value, error.description)
            }
        }
        if let member = members["schedule"] { readSchedule(member, &settings) }
        if let time = members["duration"].flatMap({ time($0.value, "duration") }) { settings.duration = time }
        if let time = members["timeout"].flatMap({ time($0.value, "timeout") }) { settings.timeout = time }
    }

    private func readSchedule(_ member: JSON5Member, _ settings: inout CanarySettings) {
        let expected = "an expression such as \"rate(5 minutes)\""
        guard let text = constant(member.value, "schedule", takes: expected) else { return }
        settings.writtenSchedule = text.text
        do throws(ScheduleMistake) {
            let schedule = try Schedule(text.text)
            settings.schedule = schedule
            let year = 366 * 86_400
            if case .cron(let cron) = schedule, cron.longestGap > year {
                warn(member.value, "more than a year lies between two runs of this schedule")
            }
        } catch {
            settings.schedule = nil
            report(member.value, "schedule: \(error.description)", suggestion: error.fix)
        }
    }

    private func readValues(_ members: [JSON5Member], _ settings: inout CanarySettings) {
        if let member = members["env"] { settings.environment.merge(texts(member.value, "env")) { $1 } }
        if let member = members["variables"] {
            settings.variables.merge(texts(member.value, "variables")) { $1 }
        }
        if let member = members["secrets"] {
            settings.secrets = constants(member.value, "secrets").map(\.text)
        }
        if let member = members["tags"] { settings.tags = constants(member.value, "tags").map(\.text) }
    }

    /// Names with texts; numbers and booleans as they are written.
    private func texts(_ node: JSON5Node, _ subject: String) -> [String: String] {
        guard case .object(let members) = node.value else {
            reportKind(node, subject, takes: "an object such as { BASE_URL: \"https://example.com\" }")
            return [:]
        }
        var texts: [String: String] = [:]
        for member in members {
            if !Interpolation.isName(member.key) {
                report(member, "\(TerminalText.quoted(member.key)) cannot name a variable")
            }
            switch member.value.value {
            case .number, .bool: texts[member.key] = source.text(member.value.range)
            default: texts[member.key] = constant(member.value, "'\(member.key)' of \(subject)")?.text
            }
        }
        return texts
    }

    /// `{ passed: "31d", failed: "90d", size: "2GB" }`.
    private func retention(_ node: JSON5Node, _ defaults: Retention) -> Retention {
        guard case .object(let members) = node.value else {
            reportKind(node, "retain", takes: "an object such as { passed: \"31d\", failed: \"90d\" }")
            return defaults
        }
        checkKeys(members, of: "retain", allowed: ["passed", "failed", "size"])
        var retention = defaults
        if let time = members["passed"].flatMap({ time($0.value, "passed") }) { retention.passed = time }
        if let time = members["failed"].flatMap({ time($0.value, "failed") }) { retention.failed = time }
        if let size = members["size"].flatMap({ size($0.value, "size") }) { retention.size = size }
        return retention
    }

    private func keepsAll(_ node: JSON5Node) -> Bool {
        guard let text = constant(node, "keep") else { return false }
        if text.text != "all" { reportKind(node, "keep", takes: "\"all\"") }
        return text.text == "all"
    }

    /// `"500MB"`, `"2 GB"`, or a number of bytes.
    private func size(_ node: JSON5Node, _ subject: String) -> Int? {
        if case .number = node.value { return integer(node, subject, in: 1...1 << 50) }
        guard let text = constant(node, subject, takes: "a size such as \"500MB\"") else { return nil }
        let units = ["B": 1, "KB": 1000, "MB": 1_000_000, "GB": 1_000_000_000, "TB": 1_000_000_000_000]
        guard let match = text.text.uppercased().wholeMatch(of: /([0-9]{1,6})(?:\.([0-9]))? ?([KMGT]?B)/),
            let whole = Int(match.1), let unit = units[String(match.3)]
        else {
            reportKind(node, subject, takes: "a size such as \"500MB\"")
            return nil
        }
        return whole * unit + (match.2.flatMap { Int($0) } ?? 0) * unit / 10
    }
}
