import CanaryModel
import DemoSite
import Foundation
import TestSupport
import Testing

@Suite("What may be why a check failed") struct CauseTests {
    /// Runs a page whose body is written here, then a check that fails.
    private func failure(
        _ body: String,
        then steps: String = "",
        more: String = "",
        behaviour: DemoSite.Behaviour = DemoSite.Behaviour()
    ) async throws -> Failure {
        let page = String(
            decoding: try JSONEncoder().encode("document.body.innerHTML = \(try quoted(body))"),
            as: UTF8.self
        )
        let check = "{ expect: { visible: '#never' }, timeout: '300ms' }"
        let run = try await run(
            flow("{ open: '/' }, { script: \(page) }, \(steps) \(check)", more: more),
            behaviour: behaviour
        )
        return try #require(try run.attempt().failure)
    }

    private func quoted(_ text: String) throws -> String {
        String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    }

    @Test("a script that threw in the step before is named, with where")
    func script() async throws {
        let steps =
            "{ script: 'setTimeout(() => { throw new Error(\"boom\") }); await new Promise((done) => setTimeout(done, 50))' },"
        let failure = try await failure("", then: steps)
        #expect(failure.causes.count == 1 && failure.causes[0].kind == .pageError)
        #expect(failure.causes[0].message.hasPrefix("a script threw: Error: boom"), "\(failure.causes)")
    }

    @Test(
        "a request that was refused goes before the alert that follows it, and stands in every report's data"
    )
    func request() async throws {
        let body = """
            <button id=go onclick="fetch('/api/widget', { method: 'POST' }).then(() => { alerts.innerHTML = '<p role=alert>Not <b>saved</b></p>' })">
            Save</button><div id=alerts></div>
            """
        let failure = try await failure(
            body,
            then: "{ click: '#go', expect: { visible: 'role=alert' } },",
            behaviour: ["/api/widget": [.status(500)]]
        )
        #expect(failure.causes.map(\.kind) == [.request, .alert])
        let message = try #require(failure.causes.first?.message)
        #expect(
            message.hasPrefix("POST http://")
                && message.hasSuffix("/api/widget answered 500 Internal Server Error")
        )
        #expect(failure.causes.last?.message == "the page shows the alert \"Not saved\"")
        #expect(failure.sentences.first == "Probably because \(message)")
    }

    @Test("fields that are invalid are named with what is wrong, in words of the page or the browser")
    func fields() async throws {
        let body = """
            <label for=a>Card</label><input id=a aria-invalid=true aria-errormessage=m><p id=m>Card declined</p>
            <form><label for=b>Email</label><input id=b type=email name=b><button id=s>Send</button></form>
            """
        let failure = try await failure(body, then: "{ fill: '#b', value: 'nobody' }, { click: '#s' },")
        #expect(
            failure.causes.map(\.message) == [
                "the field \"Card\" is invalid: Card declined",
                "the field \"Email\" is invalid: what it holds is not of the kind \"email\"",
            ],
            "\(failure)"
        )
    }

    @Test("what is for screen readers alone, empty or not to be seen is no alert")
    func hidden() async throws {
        let body = """
            <div role=alert style="position: absolute; width: 1px; height: 1px; overflow: hidden">Home</div>
            <div role=alert></div><div role=alert hidden>Gone</div><div role=alert style="opacity: 0">Gone</div>
            """
        #expect(try await failure(body).causes == [])
    }

    @Test("a secret in what the page says is masked")
    func secret() async throws {
        let failure = try await failure(
            "<p role=alert id=a></p>",
            then:
                "{ script: 'document.querySelector(\"#a\").textContent = \"No \" + arguments[0]', args: ['${TOKEN}'] },",
            more: "secrets: ['TOKEN'],"
        )
        #expect(failure.causes.map(\.message) == ["the page shows the alert \"No ***\""])
    }

    @Test("an optional step, and one that passes, look for none")
    func none() async throws {
        let run = try await run(
            flow(
                """
                { open: "/" }, { script: "document.body.innerHTML = '<p role=alert>Careful</p>'" },
                { expect: { visible: "#never" }, timeout: "100ms", optional: true },
                """
            )
        )
        #expect(try run.attempt().outcome == .passed)
        #expect(try run.step(3).notes.allSatisfy { !$0.contains("Careful") })
    }
}
