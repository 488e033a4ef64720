import CanaryJSON
import CanaryModel
import Foundation

/// Runs the public suite of JSON Schema.
enum SchemaSuite {
    /// What came of a run, in tests.
    struct Summary {
        var passed = 0
        var total = 0
        /// Those whose schema was refused as it should be.
        var refused = 0
    }

    /// What schemas may be refused for: parts of reasons, and ends of pointers.
    ///
    /// For any other reason tests fail.
    private static let expectedRefusals = [
        "/$dynamicRef", "/$dynamicAnchor", "is not in this document", "/$vocabulary", "/$schema",
    ]

    /// Runs all files of a folder; prints each failure, and each reason to refuse schemas with its count.
    static func run(folder: URL) throws -> Summary {
        var summary = Summary()
        var reasons: [String: Int] = [:]
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "json" {
            for group in try JSONValue(parsing: Data(contentsOf: file))[elements: nil] {
                run(group, of: file.lastPathComponent, &summary, &reasons)
            }
        }
        for (reason, count) in reasons.sorted(by: { $0.key < $1.key }) {
            print("refused \(count): \(reason)")
        }
        return summary
    }

    private static func run(
        _ group: JSONValue,
        of file: String,
        _ summary: inout Summary,
        _ reasons: inout [String: Int]
    ) {
        let tests = group[elements: "tests"]
        let name = "\(file): \(group["description"]?.text ?? "")"
        summary.total += tests.count
        do throws(JSONSchemaError) {
            let schema = try JSONSchema(group["schema"] ?? .null)
            for test in tests { if passes(test, schema, name) { summary.passed += 1 } }
        } catch {
            if expectedRefusals.contains(where: { error.reason.contains($0) || error.pointer.hasSuffix($0) })
            {
                summary.refused += tests.count
            }
            reasons["\(name): \(error)", default: 0] += tests.count
        }
    }

    private static func passes(_ test: JSONValue, _ schema: JSONSchema, _ name: String) -> Bool {
        let violations = schema.violations(of: test["data"] ?? .null)
        if .bool(violations.isEmpty) == test["valid"] { return true }
        print("failed: \(name): \(test["description"]?.text ?? "")")
        for violation in violations { print("    \(violation) (\(violation.keyword))") }
        return false
    }
}

extension JSONValue {
    fileprivate subscript(key: String) -> JSONValue? {
        if case .object(let object) = self { object[key] } else { nil }
    }

    /// The elements of the value, or of its member.
    fileprivate subscript(elements key: String?) -> [JSONValue] {
        if case .array(let elements)? = key.map({ self[$0] }) ?? self { elements } else { [] }
    }
}
