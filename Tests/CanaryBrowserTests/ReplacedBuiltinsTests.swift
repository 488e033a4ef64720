import CanaryBrowser
import CanaryModel
import Testing

@Suite("Pages that replace what the browser provides") struct ReplacedBuiltinsTests {
    /// A clock for tests that stands still, as test libraries install it.
    static let frozenClock = """
        const later = window.setTimeout.bind(window), clock = { now: 1000 };
        for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback"])
            window[name] = function () { return 1; };
        for (const name of ["clearTimeout", "clearInterval", "cancelAnimationFrame", "cancelIdleCallback"])
            window[name] = function () {};
        window.Date = class extends Date { static now() { return clock.now; } };
        Object.defineProperty(window, "performance", { value: { now: () => clock.now }, configurable: true });
        """
    /// What libraries of 2008 to 2012 make of builtins.
    static let oldLibraries = """
        const later = window.setTimeout.bind(window);
        Array.from = function (list) { const all = []; for (let i = 0; i < list.length; i++) all.push(list[i]); return all; };
        Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };
        Array.prototype.include = function (item) { this.push(item); return this; };
        Array.prototype.toJSON = function () { return "[" + this.join(", ") + "]"; };
        String.prototype.toJSON = function () { return '"' + this + '"'; };
        Object.prototype.extended = function () {};
        Element.prototype.select = function () { return []; };
        Element.prototype.visible = function () { return true; };
        window.Event = function (event) { this.type = event.type; this.target = event.target; throw new Error("old"); };
        window.Element = function (name) { return document.createElement(name); };
        """
    /// An observer that does nothing.
    static let deafObserver = """
        const later = window.setTimeout.bind(window);
        window.MutationObserver = function () {};
        """
    /// Timers as those wrap them who watch for errors.
    static let wrappedTimers = """
        const later = window.setTimeout.bind(window);
        for (const name of ["setTimeout", "setInterval", "requestAnimationFrame"]) {
            const own = window[name];
            window[name] = function (call, ...rest) { return own.call(this, (...seen) => call(...seen), ...rest); };
        }
        new MutationObserver((changes) => {
            if (changes.some((change) => change.target === document.documentElement)) document.body.textContent = "changed";
        }).observe(document, { childList: true, subtree: true });
        """
    static let pages = [
        "frozen clock": frozenClock, "old libraries": oldLibraries,
        "deaf observer": deafObserver, "wrapped timers": wrappedTimers,
    ]

    private func html(_ script: String) -> String {
        """
        <body><script>\(script)</script><button id=b>press</button><p id=p>one</p><input id=i value=old><input id=d type=date>
        <div id=e contenteditable>old</div><script>
        b.onclick = () => { p.textContent = "pressed"; later(() => p.textContent = "late", 500); };
        </script>
        """
    }

    @Test("waits end in time, actions are done and values stay", arguments: pages.keys)
    func usual(_ name: String) async throws {
        try await withHTML(html(Self.pages[name] ?? "")) { page in
            let start = ContinuousClock.now
            let error = try await browserError {
                try await page.locator(.css("#absent")).click(until: within(.milliseconds(300)))
            }
            #expect(error.diagnoses.first?.reason == .absent)
            // 0.3 s, and as much as a busy machine needs (1.5 s seen beside the start of a desktop browser).
            #expect(start.duration(to: .now) < .milliseconds(2500))
            try await page.locator(.css("#b")).click(until: within(.seconds(10)))
            try await page.expectText("#p", "late")
            let target = Target(
                written: "#x, #i",
                alternatives: [
                    Selector(.css("#x"), written: "#x"), Selector(.xpath("//input[@id='i']"), written: "#i"),
                ]
            )
            try await page.locator(target).fill("new", until: within(.seconds(10)))
            try await page.locator(.css("#d")).fill("2026-11-20", until: within(.seconds(10)))
            try await page.locator(.css("#e")).fill("plain", until: within(.seconds(10)))
            #expect(try await page.text("#e") == "plain")
            let button = Target.by(.role("button", name: TextPattern("press")))
            try await page.locator(button).hover(until: within(.seconds(10)))
            let missed = try await browserError {
                try await page.expect(
                    [Condition(.text(target, .equals("other")), position: .test)],
                    until: within(.milliseconds(300))
                )
            }
            #expect(missed.diagnoses.first?.actual == "new")
        }
    }
}
