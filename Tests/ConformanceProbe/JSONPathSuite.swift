import CanaryJSON
import CanaryModel
import Foundation

/// The public suite of JSONPath: a file with cases.
enum JSONPathSuite {
    /// What makes the file none that can be run.
    struct Unreadable: Error { let reason: String }

    /// Runs all cases, and prints each that fails.
    static func run(_ file: String) throws -> (passed: Int, total: Int) {
        let suite = try JSONValue(parsing: Data(contentsOf: URL(filePath: file)))
        guard let cases = suite["tests"]?.elements, !cases.isEmpty else {
            throw Unreadable(reason: "\(file) has no cases in 'tests'")
        }
        var passed = 0
        for (index, test) in cases.enumerated() {
            if let failure = failure(of: test) {
                print("\(index) \(test["name"]?.text ?? "?"): \(test["selector"]?.text ?? "?"): \(failure)")
            } else {
                passed += 1
            }
        }
        return (passed, cases.count)
    }

    /// Why a case fails; `nil` where it passes.
    private static func failure(of test: JSONValue) -> String? {
        guard case .string(let selector) = test["selector"] else { return "a case without a selector" }
        let mayBeRead = test["invalid_selector"] != .bool(true)
        do throws(JSONPathError) {
            let path = try JSONPath(selector)
            guard mayBeRead else { return "was read, and is invalid" }
            guard let document = test["document"] else { return "a case without a document" }
            return failure(of: try path.nodes(in: document), test)
        } catch {
            return mayBeRead ? "\(error)" : nil
        }
    }

    private static func failure(of nodes: [JSONNode], _ test: JSONValue) -> String? {
        let values = JSONValue.array(nodes.map(\.value))
        let paths = JSONValue.array(nodes.map { .string($0.path) })
        let wantedValues = test["results"]?.elements ?? test["result"].map { [$0] } ?? []
        let wantedPaths = test["results_paths"]?.elements ?? test["result_paths"].map { [$0] } ?? []
        guard !wantedValues.isEmpty, wantedValues.count == wantedPaths.count else {
            return "a case without its results or their paths"
        }
        let isWanted = zip(wantedValues, wantedPaths).contains { $0 == values && $1 == paths }
        return isWanted ? nil : "gave \(values.written) at \(paths.written)"
    }
}

extension JSONValue {
    fileprivate subscript(name: String) -> JSONValue? {
        if case .object(let object) = self { object[name] } else { nil }
    }

    fileprivate var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }
}
