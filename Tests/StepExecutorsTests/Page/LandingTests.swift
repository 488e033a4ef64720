import CanaryModel
import TestSupport
import Testing

@Suite("A document that a step lands on") struct LandingTests {
    /// Runs steps on the pages, `${URL}` for where they are and `start` for opening the first.
    private func run(_ steps: String, more: String = "") async throws -> RunOutcome {
        try await withLandingPages { url in
            let start = "{ open: '\(url)/start' },"
            let steps = steps.replacing("start,", with: start)
            return try await StepExecutorsTests.run(flow(steps.replacing("${URL}", with: url), more: more))
        }
    }

    /// Runs lists of steps one after the other in one flow, whatever comes of those before.
    ///
    /// - Returns: What came of each.
    private func run(each cases: [String], more: String = "") async throws -> [StepResult] {
        let groups = cases.map { "{ name: \"\($0.prefix { $0 != "'" })\", soft: true, steps: [ \($0) ] }" }
        return try await run(groups.joined(separator: ",\n"), more: "timeout: '3m', \(more)").attempt().steps
    }

    @Test("fails the step by its status, whatever the body shows")
    func broken() async throws {
        let cases = [
            ("start, { click: '#broken', expect: { visible: 'h1' } }", "GET /broken"),
            ("start, { doubleClick: '#broken' }", "GET /broken"),
            ("start, { click: '#send' }", "POST /broken"),
            ("start, { press: 'Enter', target: '#field' }", "POST /broken"),
            ("start, { click: '#replace', expect: { visible: 'text=Fine' } }", "GET /broken"),
            ("start, { click: '#refresh', expect: { visible: 'text=Fine' } }", "GET /broken"),
            ("start, { script: 'location.href = \"/broken\"' }", "GET /broken"),
            ("start, { click: '#broken', expect: { visible: '#none' } }", "GET /broken"),
            ("{ open: '${URL}/refresh', expect: { visible: 'text=Fine' } }", "GET /broken"),
        ]
        for (step, (steps, request)) in zip(try await run(each: cases.map(\.0)), cases) {
            let failure = try #require(step.failure, "\(steps)")
            #expect(failure.code == .status)
            let words = request.split(separator: " ")
            #expect(failure.message.hasPrefix("\(words[0]) http://127.0.0.1:"), "\(steps)")
            #expect(failure.message.contains("\(words[1]) answered 500 Internal Server Error"), "\(steps)")
        }
    }

    @Test("fails the step that finds it in a new window, by going back or by loading again")
    func elsewhere() async throws {
        let cases = [
            (
                "{ open: '${URL}/turns?1' }, { open: '${URL}/fine' }, { back: true, expect: { visible: 'h1' } }",
                "/turns?1 answered 503 Service Unavailable"
            ),
            (
                "{ open: '${URL}/turns?2' }, { reload: true, expect: { visible: 'h1' } }",
                "/turns?2 answered 503 Service Unavailable"
            ),
            (
                "start, { click: '#window' }, { window: 'new' }",
                "/broken answered 500 Internal Server Error"
            ),
        ]
        for (step, (_, message)) in zip(try await run(each: cases.map(\.0)), cases) {
            let last = try #require(step.steps.last?.failure, "\(message)")
            #expect(last.code == .status && last.message.hasSuffix(message), "\(last.message)")
        }
    }

    @Test("fails the step where the browser shows its own page in its place, or its end never comes")
    func errorPages() async throws {
        let cases = [
            ("start, { click: '#drop' }", "GET ", "/drop failed: net::ERR_"),
            (
                "start, { click: '#loop', expect: { url: { startsWith: '/' } } }", "GET ",
                "ERR_TOO_MANY_REDIRECTS"
            ),
            ("start, { click: '#half', expect: { visible: 'h1' } }", "GET ", "/half failed: net::ERR_"),
            (
                "start, { click: '#redirected-half', expect: { visible: 'h1' } }", "GET ",
                "/half failed: net::ERR_"
            ),
            ("{ open: '${URL}/to-half', expect: { visible: 'h1' } }", "GET ", "/half failed: net::ERR_"),
            (
                "start, { click: '#post' }, { click: '#on' }, { back: true }", "POST ",
                "/posted failed: net::ERR_CACHE_MISS"
            ),
        ]
        for (step, (steps, method, message)) in zip(try await run(each: cases.map(\.0)), cases) {
            let failure = try #require(step.failure, "\(steps)")
            #expect(failure.code == .navigation)
            #expect(
                failure.message.hasPrefix(method) && failure.message.contains(message),
                "\(failure.message)"
            )
        }
    }

    @Test("tells the network error also where the network is not kept")
    func withoutLog() async throws {
        let run = try await run("start, { click: '#loop' }", more: "evidence: { har: false },")
        let failure = try #require(try run.attempt().failure)
        #expect(failure.code == .navigation && failure.message.contains("ERR_TOO_MANY_REDIRECTS"))
        #expect(try run.step(2).url?.hasSuffix("/loop") == true)
    }

    @Test("passes where it is right, or none came")
    func allowed() async throws {
        let cases = [
            "start, { click: '#broken', status: 500, expect: { visible: 'h1' } }, { expect: { visible: 'h1' } }",
            "start, { click: '#route', expect: { url: '/route' } }",
            "start, { click: '#none', status: 204 }, { click: '#fine', status: 200 }",
            "start, { click: '#window' }, { window: 'new', status: 500 }, { window: 'main' }, { window: 1 }",
        ]
        for (step, steps) in zip(try await run(each: cases), cases) {
            #expect(step.outcome == .passed, "\(steps): \(String(describing: step.failure))")
        }
    }

    @Test(
        "passes where the flow allows its status, or its step does and the flow fails on such replies otherwise"
    )
    func allowedByFlow() async throws {
        let cases = [
            "start, { click: '#broken' }, { back: true }, { click: '#fine' }",
            "{ open: '${URL}/broken' }, { expect: { visible: 'h1' } }",
        ]
        for step in try await run(each: cases, more: "allowStatus: [500, 503],") {
            #expect(step.outcome == .passed, "\(String(describing: step.failure))")
        }
        let steps =
            "start, { click: '#broken', status: [200, 500] }, { back: true }, { forward: true, status: 500 }"
        let attempt = try await run(steps, more: "failOn: ['http5xx'],").attempt()
        #expect(attempt.outcome == .passed, "\(String(describing: attempt.failure))")
    }

    @Test("passes where the page leaves it for the right one in time")
    func left() async throws {
        let cases = ["{ click: '#restarting' }", "{ click: '#restarting-too', expect: { visible: 'h1' } }"]
            .map {
                "start, \($0), { expect: { visible: '#back' } }"
            }
        for (step, steps) in zip(try await run(each: cases), cases) {
            #expect(step.outcome == .passed, "\(steps)")
        }
    }

    @Test("is a note where it was answered with 404, and the first cause of a check that fails on it")
    func missing() async throws {
        let run = try await run("start, { click: '#missing' }, { expect: { visible: '#none' } }")
        let note = try #require(try run.step(2).notes.first)
        #expect(note.hasPrefix("GET http://") && note.hasSuffix("/missing answered 404 Not Found"))
        #expect(try run.step(2).outcome == .passed)
        let failure = try #require(try run.step(3).failure)
        #expect(failure.causes == [Cause(.document, note)])
        #expect(failure.sentences.first == "Probably because \(note)")
    }

    @Test("fails the step where it has no status that the step names, or none came")
    func unnamed() async throws {
        let cases = [
            ("{ click: '#missing', status: 200 }", "/missing answered 404 Not Found; expected 200"),
            ("{ click: '#fine', status: [404, 410] }", "/fine answered 200 OK; expected 404 or 410"),
            (
                "{ click: '#route', status: 500 }",
                "no document was loaded, where one with the HTTP status 500 was expected"
            ),
        ]
        for (step, (steps, message)) in zip(try await run(each: cases.map { "start, \($0.0)" }), cases) {
            let failure = try #require(step.failure, "\(steps)")
            #expect(failure.code == .status && failure.message.hasSuffix(message), "\(failure.message)")
        }
    }

    @Test("is told once, where the flow fails on such replies too")
    func once() async throws {
        let steps =
            "start, { click: '#broken', soft: true, timeout: '1s' }, { expect: { visible: 'h1' } }"
        let run = try await run(steps, more: "failOn: ['http5xx', 'consoleError'],")
        #expect(try run.step(2).failure?.code == .status)
        #expect(try run.step(3).outcome == .passed)
    }
}
