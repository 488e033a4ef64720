import CanaryJSON
import CanaryModel
import Foundation
import Testing

@Suite("Hostile input of JSONPath", .timeLimit(.minutes(3))) struct HostileInputTests {
    private static let deep = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)

    /// The error of a path that goes too far.
    private func limit(_ path: String, _ document: JSONValue) -> JSONPathError? {
        #expect(throws: JSONPathError.self) { try JSONPath(path).nodes(in: document) }
    }

    /// What comes of some work on a thread with as little stack as those of Swift's tasks may have.
    private func onSmallStack<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: work()) }
            thread.stackSize = 512 << 10
            thread.start()
        }
    }

    @Test(
        "refuses integers that have no room",
        arguments: [
            "$.a[-9223372036854775808]", "$.a[9223372036854775807]", "$[-9223372036854775808:]",
            "$[1:2:-9223372036854775808]",
        ]
    )
    func integers(path: String) {
        #expect(throws: JSONPathError.self) { try JSONPath(path) }
    }

    @Test("ends where it selects too many values")
    func manyNodes() {
        let document = JSONValue.object(["list": .array(Array(repeating: .null, count: 300_000))])
        let error = limit("$.list[*, *, *, *]", document)
        #expect(error?.description == "column 7: it selects more than 1,000,000 values")
    }

    @Test("ends where descendants of descendants are too many")
    func nestedDescendants() throws {
        let document = try JSONValue(parsing: Data(Self.deep.utf8))
        #expect(try JSONPath("$..*").nodes(in: document).count == 127)
        #expect(
            limit("$..*..*..*..*", document)?.description
                == "column 11: it selects more than 1,000,000 values"
        )
    }

    @Test(
        "ends where filters look at too many values",
        arguments: [
            ("$.list[?length($.text) > 0]", 7), ("$.list[?$.list == $.list]", 7),
            ("$.list[?count($.list[0:]) < 0]", 21),
        ]
    )
    func manyVisits(path: String, column: Int) {
        let document = JSONValue.object([
            "list": .array(Array(repeating: .null, count: 2_300)),
            "text": .string(String(repeating: "a", count: 640_000)),
        ])
        let error = limit(path, document)
        #expect(error?.description == "column \(column): it looks at more than 5,000,000 values")
    }

    @Test("goes to the bottom of deep documents on a small stack")
    func deepDocument() async throws {
        let path = await onSmallStack {
            let document = try? JSONValue(parsing: Data(Self.deep.utf8))
            return document.flatMap {
                try? JSONPath("$..[?@ == $[0][0][0] || !@[0]]").nodes(in: $0).map(\.path).last
            }
        }
        #expect(path == "$" + String(repeating: "[0]", count: 127))
    }

    @Test(
        "reads paths on a small stack, and not those that are nested too deep",
        arguments: [("(", ")"), ("length(", ")"), ("@[?", "]"), ("!(", ")"), ("(@.a && ", ")")]
    )
    func deepPath(opening: String, closing: String) async throws {
        let texts = [10, 31, 40, 10_000].map { depth in
            let operand = opening == "length(" ? "@.a" : "@.a == 1"
            let end = opening == "length(" ? " == 1]" : "]"
            let inner =
                String(repeating: opening, count: depth) + operand + String(repeating: closing, count: depth)
            return "$[?" + inner + end
        }
        let errors = await onSmallStack {
            texts.map { text -> String? in
                do throws(JSONPathError) {
                    // It is evaluated, too: conditions in conditions take as much of the stack.
                    _ = try JSONPath(text).nodes(in: .array([.object(["a": .string("x")])]))
                    return nil
                } catch {
                    return error.reason
                }
            }
        }
        #expect(errors[0] == nil)
        #expect(errors[1] == nil)
        #expect(errors[2]?.contains("in each other") == true)
        #expect(errors[3]?.contains("in each other") == true)
    }

    @Test("takes the largest indexes that there are", arguments: ["9007199254740991", "-9007199254740991"])
    func hugeIndexes(index: String) throws {
        #expect(try JSONPath.nodes("$[\(index)]", in: "[1]").isEmpty)
        #expect(try JSONPath.values("$[::\(index)]", in: "[1,2]").count == 1)
        #expect(try JSONPath.values("$[-9007199254740991:9007199254740991]", in: "[1,2]") == ["1", "2"])
        #expect(try JSONPath.values("$[\(index):\(index):\(index)]", in: "[1,2]").isEmpty)
        #expect(try JSONPath.nodes("$[?@[\(index)]]", in: "[[1]]").isEmpty)
    }

    @Test("takes long paths and long names")
    func long() throws {
        let path = "$" + String(repeating: ".a", count: 50_000)
        #expect(try JSONPath.nodes(path, in: #"{"a":1}"#).isEmpty)
        #expect(try JSONPath(path).nearest(in: .null).isEmpty)
        let name = String(repeating: "n", count: 1_000_000)
        #expect(try JSONPath("$['\(name)']").nodes(in: .object([name: .null])).count == 1)
        let conditions = Array(repeating: "@.a", count: 20_000).joined(separator: " || ")
        #expect(try JSONPath.nodes("$[?\(conditions)]", in: "[1]").isEmpty)
    }
}
