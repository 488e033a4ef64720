import CanaryBrowser
import CanaryModel
import Testing

@Suite("What the browser has not drawn yet") struct LazyDrawingTests {
    private static let html = """
        <!doctype html><style>section { content-visibility: auto; contain-intrinsic-size: auto 800px }</style>
        <section><h2>First</h2><p style='height: 1500px'></p></section>
        <section><h2>Second</h2><p style='height: 1500px'></p></section>
        <section><h2>Third</h2><button id=b onclick='out.textContent = "ordered"'>Order <b>now</b></button><label>City <input></label>
        <button aria-label=Close>×</button><button aria-hidden=true>Secret</button></section><p id=out>-</p>
        """

    private static func button(_ name: String, isExact: Bool = true) -> Target {
        .by(.role("button", name: TextPattern(name, isExact: isExact)))
    }

    private static func there(_ target: Target) -> Condition {
        Condition(.state(.visible, target), position: .test)
    }

    @Test("it is found by its role and label, and clicked")
    func found() async throws {
        try await withHTML(Self.html) { page in
            try await page.expect(
                [
                    Self.there(.by(.role("heading", name: TextPattern("Third")))),
                    Self.there(.by(.label(TextPattern("City")))), Self.there(Self.button("Close")),
                    Condition(.count(.by(.role("heading", name: nil)), .equalsNumber(3)), position: .test),
                    Condition(.state(.absent, Self.button("Secret")), position: .test),
                    Condition(.state(.absent, Self.button("now")), position: .test),
                ],
                until: within(.seconds(5))
            )
            try await page.locator(Self.button("Order now")).click(until: within(.seconds(5)))
            try await page.expectText("#out", "ordered")
        }
    }

    @Test("it is not told as absent or hidden", arguments: [ElementState.absent, .hidden])
    func notAbsent(_ state: ElementState) async throws {
        try await withHTML(Self.html) { page in
            let error = try await browserError {
                try await page.expect(
                    [Condition(.state(state, Self.button("order", isExact: false)), position: .test)],
                    until: within(.zero)
                )
            }
            #expect(error.diagnoses.first?.matches == 1)
        }
    }
}
