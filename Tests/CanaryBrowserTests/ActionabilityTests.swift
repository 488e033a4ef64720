import CanaryModel
import Testing

@testable import CanaryBrowser

@Suite("Actionability in a real browser") struct ActionabilityTests {
    /// What cannot be clicked, and the reason that must be told.
    static let refused: [(String, Diagnosis.Reason)] = [
        ("#nowhere", .absent),
        ("#display-none", .hidden),
        ("#visibility-hidden", .hidden),
        ("#attribute-hidden", .hidden),
        ("#parent-hidden", .hidden),
        ("#zero", .hidden),
        ("#in-details", .hidden),
        ("#disabled", .disabled),
        ("#fieldset-disabled", .disabled),
        ("#aria-disabled", .disabled),
        ("#aria-disabled-parent", .disabled),
        ("#covered", .covered),
        ("#no-pointer-events", .passedThrough),
        ("#moving", .moving),
        ("#left-of-page", .offscreen),
        (".box button", .ambiguous),
    ]

    @Test("a text that has not come is told as such, and not as a box that is empty for want of it")
    func blank() async throws {
        try await withHTML("<p id=o></p><p id=h hidden></p>") { page in
            for (target, reason, actual) in [("#o", Diagnosis.Reason.mismatch, ""), ("#h", .hidden, nil)] {
                let error = try await browserError {
                    try await page.expect(
                        [Condition(.text(.css(target), .equals("saved")), position: .test)],
                        until: within(.milliseconds(300))
                    )
                }
                #expect(error.diagnoses.first?.reason == reason)
                #expect(error.diagnoses.first?.actual == actual)
            }
        }
    }

    @Test("what cannot be clicked is told with its reason, at the deadline")
    func refusals() async throws {
        try await withPage("/cases/actionability") { page, _ in
            for (selector, reason) in Self.refused {
                let start = ContinuousClock.now
                let error = try await browserError {
                    try await page.locator(.css(selector)).click(until: within(.milliseconds(400)))
                }
                let took = start.duration(to: .now)
                #expect(error.code == .selector, "\(selector)")
                #expect(error.diagnoses.first?.reason == reason, "\(selector)")
                #expect(took >= .milliseconds(380) && took < .milliseconds(2400), "\(selector): \(took)")
            }
            try await page.expectText("#clicked", "none")
        }
    }

    @Test("what covers an element is named")
    func coverer() async throws {
        try await withPage("/cases/actionability") { page, _ in
            let error = try await browserError {
                try await page.locator(.css("#covered")).click(until: within(.seconds(2)))
            }
            #expect(error.diagnoses.first?.coveredBy == #"<div id="veil" class="veil">"#)
        }
    }

    @Test("what covers an element is told, however short the last look was")
    func covererAtLast() async throws {
        let html = """
            <button>Save</button><div id=veil style='position: fixed; inset: 0'></div>
            """
        try await withHTML(html) { page in
            let save = Target.by(.role("button", name: TextPattern("Save")))
            for longest in stride(from: 310, through: 400, by: 10) {
                let error = try await browserError {
                    try await page.locator(save).click(until: within(.milliseconds(longest)))
                }
                #expect(error.diagnoses.first?.reason == .covered, "within \(longest) ms")
            }
        }
    }

    @Test(
        "what can be clicked is clicked",
        arguments: [
            "#plain", "#transparent", "#in-legend", "#half-covered", "#seen-through", "#has-child",
            "#uncovered-later", "#moving-briefly", "#in-scroller", "#far-down",
        ]
    )
    func clicks(_ selector: String) async throws {
        try await withPage("/cases/actionability") { page, _ in
            try await page.locator(.css(selector)).click(until: within(.seconds(5)))
            try await page.expectText("#clicked", String(selector.dropFirst()))
        }
    }

    @Test("what lay still before a picture needs no frame after it", arguments: [true, false])
    func restingSincePicture(isPictured: Bool) async throws {
        try await withHTML("<button>Save</button>") { page in
            if isPictured { _ = try await page.screenshot(until: within(.seconds(5))) }
            let search = TargetQuery(target: .css("button"), need: .click, wanted: "to be clickable")
            let observation = try #require(
                try await page.look(for: search, attempt: 1, until: within(.seconds(10)))
            )
            #expect(observation.element != nil)
            #expect((observation.looks == 1) == isPictured)
        }
    }

    @Test("what a script moves is clicked once it lies still, pictured or not", arguments: [true, false])
    func movedByScript(isPictured: Bool) async throws {
        let html = """
            <button style="position: absolute; left: 0">Save</button><p id=clicked></p><script>
            const button = document.querySelector("button"), began = performance.now();
            const move = (time) => {
              button.style.left = `${Math.min(time - began, 900)}px`;
              if (time - began < 900) requestAnimationFrame(move);
            };
            requestAnimationFrame(move);
            button.onclick = () => { clicked.textContent = button.style.left; };
            </script>
            """
        try await withHTML(html) { page in
            if isPictured { _ = try await page.screenshot(until: within(.seconds(5))) }
            try await page.locator(.css("button")).click(until: within(.seconds(5)))
            let place = try await page.text("#clicked")
            #expect(place == "900px")
        }
    }

    @Test(
        "what cannot be edited is told with its reason",
        arguments: [
            ("#readonly", Diagnosis.Reason.readonly), ("#aria-readonly", .readonly),
            ("#disabled-input", .disabled), ("#fieldset-input", .disabled), ("#plain", .unsuitable),
        ]
    )
    func uneditable(_ selector: String, _ reason: Diagnosis.Reason) async throws {
        try await withPage("/cases/actionability") { page, _ in
            let error = try await browserError {
                try await page.locator(.css(selector)).fill("x", until: within(.milliseconds(300)))
            }
            #expect(error.diagnoses.first?.reason == reason)
        }
    }
}
