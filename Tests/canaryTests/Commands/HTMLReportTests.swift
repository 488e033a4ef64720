import CanaryModel
import Foundation
import TestSupport
import Testing

@Suite("HTML report in the browser", .serialized, .timeLimit(.minutes(13))) struct HTMLReportTests {
    /// A flow that looks at the report as people do, on a phone.
    static let flow = """
        {
          name: "report",
          failOn: ["pageError", "consoleError", "requestFailure"],
          browser: { viewport: "360x640" },
          steps: [
            { name: "Opens", open: "${REPORT}" },
            { name: "Tells the failure", expect: [
              { title: { startsWith: "1 failed, 2 passed" } },
              { text: "h1", contains: "1 failed" },
              { text: ".failure .sentence", startsWith: "Expected Metrics panel (#metrics-panl) to be visible" },
              { text: ".suggestions li:first-child code", equals: "#metrics-panel" },
              { text: ".excerpt .place mark", contains: "visible" },
              { visible: ".comparison .now .region" },
              { visible: ".comparison .good img" },
              { count: "details.flow[open]", equals: 1 },
            ] },
            { name: "Fits", script: "const wide = document.documentElement.scrollWidth; \
        if (wide > innerWidth) throw new Error(wide); \
        if ([...document.images].some((image) => image.naturalWidth === 0)) throw new Error('picture')" },
            { name: "Large picture", click: ".strip figure:first-child .frame",
              expect: [{ visible: "#viewer .large img" }, { text: "#viewer .caption", contains: "1 of 2" }] },
            { name: "Own size", press: "z", expect: [{ present: "#viewer.whole img" }, { visible: "#viewer .close" }] },
            { name: "As much as fits", click: "#viewer .large", expect: { absent: "#viewer.whole" } },
            { name: "Next", press: "ArrowRight", expect: { text: "#viewer .caption", contains: "2 of 2" } },
            { name: "No further", press: "ArrowRight", expect: { text: "#viewer .caption", contains: "2 of 2" } },
            { name: "Back", press: "ArrowLeft", expect: { text: "#viewer .caption", contains: "1 of 2" } },
            { name: "Closes", press: "Escape", expect: [
              { hidden: "#viewer" }, { focused: ".strip figure:first-child .frame" } ] },
            { name: "Copies", click: "li:first-child .copy", expect: { text: "li:first-child .copy", equals: "Copied" } },
            { name: "Label comes back", waitFor: { text: "li:first-child .copy", equals: "Copy" } },
            { name: "Copies the failure", click: "h3 .copy", expect: { text: "h3 .copy", equals: "Copied" } },
            { name: "Goes to a request", click: ".log a", expect: [
              { visible: ".requests .exchange .facts" }, { url: { endsWith: "#request-broken-1-0" } } ] },
            { name: "Unfolds the console", click: ".console summary", expect: { text: ".console .log", contains: "x is not defined" } },
            { name: "Fits unfolded", script: "const wide = document.documentElement.scrollWidth; if (wide > innerWidth) throw new Error(wide)" },
            { name: "Searches", fill: "#search", value: "second step", expect: [
              { visible: "#flow-cart" }, { hidden: "#flow-broken" }, { hidden: "#flow-login" } ] },
            { name: "Finds nothing", fill: "#search", value: "zebra", expect: { visible: ".none" } },
            { name: "Search is emptied", fill: "#search", value: "", expect: { hidden: ".none" } },
            { name: "Filters", click: '[data-show="passed"]', expect: [
              { visible: "#flow-login" }, { hidden: "#flow-broken" } ] },
            { name: "Shows all", click: '[data-show="all"]', expect: { visible: "#flow-broken" } },
            { name: "Chooses a tag", click: '[data-tag="smoke"]', expect: [
              { visible: "#flow-broken" }, { visible: "#flow-cart" }, { hidden: "#flow-login" } ] },
            { name: "Chooses another", click: '[data-tag="slow"]', expect: { visible: "#flow-login" } },
            { name: "Goes on by key", press: "j", expect: { focused: "#flow-broken > summary" } },
            { name: "And on", press: "j", expect: { focused: "#flow-login > summary" } },
            { name: "And back", press: "k", expect: { focused: "#flow-broken > summary" } },
            { name: "A link opens its flow", open: "${REPORT}#flow-cart", expect: { present: "#flow-cart[open]" } },
            { name: "Goes dark", click: ".theme", expect: { present: "html[data-theme]" } },
          ],
        }
        """

    @Test("it tells the failure, shows pictures by keys, fits a phone, and keeps to its policy")
    func looked() async throws {
        let ended = try await look { $0 }
        #expect(ended.output.contains("✓"))
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
    }

    @Test("a change to its script or style fails against the policy", arguments: ["</style>", "</script>"])
    func policy(_ end: String) async throws {
        let ended = try await look { $0.replacing(end, with: " \(end)") }
        #expect(ended.status == 1)
        #expect(ended.output.contains("Content Security Policy"))
    }

    /// Has a report written, changes it, and runs the flow on it.
    private func look(_ change: (String) -> String) async throws -> Canary.Ended {
        try await withTemporaryFolder { folder in
            try ReportedRun.write(to: folder)
            let written = try await Canary.call(["report", ".", "--reporter", "html"], in: folder)
            #expect(written.status == 0)
            let path = "\(folder)/report.html"
            let report = try String(contentsOfFile: path, encoding: .utf8)
            try write(change(report), to: path)
            try write(Self.flow, to: "\(folder)/look.canary.json5")
            return try await Canary.call(
                ["run", "look.canary.json5", "--var", "REPORT=file://\(path)", "--output", "runs"],
                in: folder
            )
        }
    }
}
