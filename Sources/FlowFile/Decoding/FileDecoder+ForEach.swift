import CanaryModel
import Foundation

extension FileDecoder {
    /// A step or a group once for each row of its `forEach`.
    func forEach(
        _ rows: JSON5Member,
        _ node: JSON5Node,
        _ members: [JSON5Member],
        isInGroup: Bool
    ) -> [Step] {
        if context.variables.row != nil {
            report(rows, "a 'forEach' cannot stand inside another one")
            return []
        }
        let rest = members.filter { $0.key != rows.key }
        let decoded = self.rows(rows.value).map { row in
            context.variables.row = row.value
            defer { context.variables.row = nil }
            let step = row.applied(to: JSON5Node(value: .object(rest), range: node.range))
            return step.map { self.step($0, isInGroup: isInGroup) } ?? []
        }
        var steps = decoded.flatMap(\.self)
        let isNamedTwice = Set(steps.map(\.name)).count < steps.count
        for index in steps.indices {
            steps[index].rowsAfter = steps.count - 1 - index
            if isNamedTwice { steps[index].name += " [\(index + 1)]" }
        }
        return steps
    }

    /// The value of a row or a member of it with its type, where a string is nothing but a reference to one.
    func rowValue(_ string: String) -> JSONValue? {
        guard context.variables.row != nil, Interpolation.isNeeded(for: string) else { return nil }
        do throws(Interpolation.Malformed) {
            guard let (name, fallback) = try Interpolation(string).onlyVariable,
                case .row(let value) = context.variables.value(of: name)
            else { return nil }
            let isEmpty = value == .null || value == ""
            return fallback != nil && isEmpty ? nil : value
        } catch {
            return nil  // reported where the string is expanded
        }
    }

    /// The rows: of a list, or of a file.
    private func rows(_ node: JSON5Node) -> [StepRow] {
        switch node.value {
        case .array(let elements):
            if elements.isEmpty { report(node, "forEach has no rows, so that nothing would be checked") }
            return elements.compactMap { element in
                exactJSON(element).map { StepRow(value: $0, node: element) }
            }
        case .string: return rowsOfFile(node)
        default:
            reportKind(node, "forEach", takes: "a list of rows, or a file such as \"users.csv\"")
            return []
        }
    }

    private func rowsOfFile(_ node: JSON5Node) -> [StepRow] {
        guard let name = constant(node, "forEach"), let path = file(named: name, node) else { return [] }
        let shown = TerminalText.quoted(name.shown)
        let values: [JSONValue]
        do {
            let data = try Data(contentsOf: URL(filePath: path))
            if name.text.lowercased().hasSuffix(".csv") {
                guard let text = String(validating: data, as: UTF8.self) else {
                    report(node, "\(shown) is not UTF-8")
                    return []
                }
                values = try CSVTable(text).values
            } else {
                guard case .array(let elements) = try JSONValue(parsing: data) else {
                    report(node, "\(shown) does not hold a JSON array of rows")
                    return []
                }
                values = elements
            }
        } catch let mistake as CSVTable.Mistake {
            report(node, "\(shown):\(mistake.line): \(mistake.reason)")
            return []
        } catch let error as JSONSyntaxError {
            report(
                node,
                "\(shown) is not JSON: \(error)",
                suggestion: "rows are read of .csv and .json files"
            )
            return []
        } catch {
            report(node, "\(shown) cannot be read: \(error.localizedDescription)")
            return []
        }
        if values.isEmpty { report(node, "\(shown) has no rows, so that nothing would be checked") }
        return values.map { StepRow(value: $0, node: nil) }
    }
}

extension CSVTable {
    /// Each row as an object of texts; an empty field is a member that is missing.
    fileprivate var values: [JSONValue] {
        rows.map { row in
            let members = zip(columns, row).filter { !$0.1.isEmpty }.map { ($0, JSONValue.string($1)) }
            return .object(JSONObject(members))
        }
    }
}
