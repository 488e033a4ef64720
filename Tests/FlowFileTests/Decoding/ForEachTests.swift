import CanaryModel
import Testing

@testable import FlowFile

@Suite("Steps with forEach") struct ForEachTests {
    private func steps(_ steps: String, _ files: [String: String] = [:]) throws -> [Step] {
        try TemporaryFolder.with(files) { folder in
            let reading = reading(
                "{ name: 't', baseURL: 'http://site', variables: { V: 'v' }, steps: [\n\(steps)\n] }",
                path: folder.path + "/t.canary.json5"
            )
            try #require(reading.told == [])
            return try #require(reading.flow).steps
        }
    }

    private func requests(_ steps: [Step]) -> [Request] {
        steps.compactMap { step in
            guard case .action(let action?) = step.content, case .request(let request) = action.written
            else { return nil }
            return request
        }
    }

    @Test("stand for a step for each row, whose members keep their type")
    func typed() throws {
        let steps = try steps(
            """
            { name: "${row.name}", forEach: [
                { name: "a", url: "/a?${V}", id: 29.90, list: [1, "${V}"], follow: false },
                { name: "b", method: "POST", url: "/b", id: "7", list: [], follow: true, status: "4xx", nested: { id: 9 } } ],
              request: "${row.method:-GET} ${row.url}", followRedirects: "${row.follow}",
              json: { id: "${row.id}", text: "n ${row.id}", list: "${row.list}", deep: "${row.nested.id:-none}" },
              expect: { status: "${row.status:-201}" } }
            """
        )
        #expect(steps.map(\.name) == ["a", "b"])
        #expect(steps.map(\.rowsAfter) == [1, 0])
        let requests = requests(steps)
        #expect(requests.map { "\($0.method) \($0.url)" } == ["GET /a?v", "POST /b"])
        #expect(requests.map(\.options.maximumRedirects) == [0, 10])
        let bodies = requests.map { if case .json(let value)? = $0.body { value.written } else { "" } }
        #expect(
            bodies == [
                #"{"id":29.90,"text":"n 29.90","list":[1,"v"],"deep":"none"}"#,
                #"{"id":"7","text":"n 7","list":[],"deep":9}"#,
            ]
        )
        let tests: [[String]] = steps.map { step in
            if case .response(_, .isStatus(let ranges)) = step.expect[0].written.kind {
                ranges.map(\.written)
            } else {
                []
            }
        }
        #expect(tests == [["201"], ["4xx"]])
    }

    @Test("leave out what has an unlessMissing that the row has not")
    func optional() throws {
        let steps = try steps(
            """
            { forEach: [ { text: "ok", headers: { "X-A": "1" } }, { text: null }, {} ], request: "/a",
              headers: { unlessMissing: "row.headers", value: "${row.headers}" },
              json: { a: { unlessMissing: "row.text", b: "${row.text}" }, c: 1 },
              expect: [ { status: 200 }, { body: { contains: "${row.text}" }, unlessMissing: "row.text" } ] }
            """
        )
        #expect(steps.map(\.expect.count) == [2, 1, 1])
        #expect(steps.map(\.name) == ["GET /a [1]", "GET /a [2]", "GET /a [3]"])
        let requests = requests(steps)
        #expect(requests.map(\.headers.count) == [1, 0, 0])
        let bodies = requests.map { if case .json(let value)? = $0.body { value.written } else { "" } }
        #expect(bodies == [#"{"a":{"b":"ok"},"c":1}"#, #"{"c":1}"#, #"{"c":1}"#])
    }

    @Test("take rows of files, in which ${…} has no meaning, and stand for groups")
    func files() throws {
        let files = [
            "u.csv": "name,role\nAnn,\n\"${V}\",admin\n",
            "u.json": #"[{"id":9007199254740993,"on":true,"tags":["${V}"]}]"#,
        ]
        let steps = try steps(
            """
            { forEach: "u.csv", request: "POST /${row.name}", json: { role: "${row.role:-guest}" } },
            { forEach: "u.json", name: "g", steps: [
                { request: "POST /a", json: { id: "${row.id}", tags: "${row.tags}" }, insecure: "${row.on}" } ] },
            """,
            files
        )
        #expect(steps.count == 3)
        let csv = requests(Array(steps.prefix(2)))
        #expect(csv.map(\.url) == ["/Ann", "/${V}"])
        guard case .group(let inner) = steps[2].content, case .json(let body)? = requests(inner)[0].body
        else { throw CancellationError() }
        #expect(body.written == #"{"id":9007199254740993,"tags":["${V}"]}"#)
        #expect(requests(inner)[0].options.acceptsInvalidCertificates)
    }

    @Test(
        "with mistakes are reported at their places",
        arguments: [
            ("forEach: [], request: '/'", "forEach has no rows, so that nothing would be checked"),
            (
                "forEach: 5, request: '/'",
                "forEach takes a list of rows, or a file such as \"users.csv\", got the number 5"
            ),
            ("forEach: 'no.csv', request: '/'", "there is no file 'no.csv'"),
            (
                "forEach: [{}], request: '/${row.b}'",
                "this row has no 'b'; write ${row.b:-default}, or unlessMissing: \"row.b\" in what needs it"
            ),
            ("request: '/${row.b}'", "'row.b' stands in a step without 'forEach'"),
            ("request: '/${a.b}'", "'${a.b}' is not a variable; a variable is"),
            (
                "forEach: [1], steps: [{ forEach: [2], request: '/' }]",
                "a 'forEach' cannot stand inside another one"
            ),
            ("forEach: [1]", "this step does nothing"),
        ]
    )
    func mistakes(step: String, told: String) {
        let first = readingStep("{ \(step) }").told.first ?? "none"
        #expect(first.drop { $0 != " " }.dropFirst().hasPrefix(told), "\(first)")
    }

    @Test(
        "name files that hold no rows",
        arguments: [
            ("u.csv", "a,b\n", "'u.csv' has no rows"),
            ("u.csv", "a,b\n1\n", "'u.csv':2: the line has 1 field"),
            ("u.json", "{}", "'u.json' does not hold a JSON array"),
            ("u.json", "[1,", "'u.json' is not JSON"),
        ]
    )
    func files(name: String, text: String, told: String) throws {
        try TemporaryFolder.with([name: text]) { folder in
            let text = "{ name: 't', steps: [{ forEach: '\(name)', request: 'http://a/' }] }"
            let first = reading(text, path: folder.path + "/t.canary.json5").told.first ?? "none"
            #expect(first.drop { $0 != " " }.dropFirst().hasPrefix(told), "\(first)")
        }
    }
}
