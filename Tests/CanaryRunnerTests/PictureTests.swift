import CanaryModel
import CanaryRunner
import Foundation
import TestSupport
import Testing

@Suite("Pictures of steps") struct PictureTests {
    /// The flow of these tests with a selector of its second step.
    private func flow(waitingFor selector: String) -> [String: String] {
        CanaryRunnerTests.flow(
            """
            { name: "Landing", open: "/" },
            { name: "Button", steps: [ { name: "Wait", waitFor: { visible: "\(selector)" } } ] },
            """
        )
    }

    @Test(
        "a step that failed has the picture of when it passed last, from the newest run in which its flow did"
    )
    func lastGood() async throws {
        try await withTemporaryFolder { output in
            let use: @Sendable (inout RunConfiguration) -> Void = { $0.output = output }
            let first = try await run(flow(waitingFor: "#login-btn"), configure: use)
            #expect(try first.step(2).lastGood == nil)
            let failed = try await run(flow(waitingFor: "#none"), configure: use)
            let step = try failed.step(2)
            let picture = try #require(step.lastGood)
            #expect(picture.run == first.result.id)
            #expect(try picture.taken == first.step(2).started)
            #expect(picture.path == "../\(first.result.id)/test/02-button.png")
            #expect(FileManager.default.fileExists(atPath: "\(output)/\(failed.result.id)/\(picture.path)"))
            #expect(step.steps[0].lastGood == picture)
            #expect(try failed.step(1).lastGood == nil)
        }
    }

    @Test("a step that failed has the lines of the flow file around it")
    func excerpt() async throws {
        let run = try await run(flow(waitingFor: "#none"))
        let failure = try #require(try run.attempt().failure)
        let excerpt = try #require(failure.excerpt)
        let position = try #require(failure.position)
        #expect(excerpt.lines[position.line - excerpt.firstLine].contains("#none"))
        #expect(excerpt.firstLine == max(1, position.line - 2))
    }

    @Test("a step that failed is framed in its picture")
    func region() async throws {
        let run = try await run(
            CanaryRunnerTests.flow(
                """
                { open: "/cases/actionability" }, { expect: { text: "#plain", equals: "Other" }, timeout: "200ms" },
                """
            )
        )
        let region = try #require(try run.step(2).region)
        #expect(region.content == .element && region.width > 0 && region.viewport.width == 1280)
        #expect(region.isDrawn)
    }

    static let unwantedPictures: [(String, String, Bool)] = [
        ("screenshot: false", "", true),
        ("screenshot: false", #"evidence: { screenshots: "failures" },"#, true),
        ("screenshot: true", #"evidence: { screenshots: "none" },"#, true),
        ("screenshot: false", #"evidence: { screenshots: "none" },"#, false),
        ("soft: true", #"evidence: { screenshots: "none" },"#, false),
    ]

    @Test(
        "a step that fails is pictured though it asks for no picture, unless its flow wants none",
        arguments: unwantedPictures
    )
    func unwanted(_ screenshot: String, _ evidence: String, _ isTaken: Bool) async throws {
        let run = try await run(
            CanaryRunnerTests.flow(
                ##"{ open: "/" }, { expect: { text: "#login-btn", equals: "No" }, timeout: "100ms", \##(screenshot) },"##,
                more: evidence
            )
        )
        #expect(try (run.step(2).screenshot != nil) == isTaken)
        #expect(try (run.step(2).region != nil) == isTaken)
    }

    @Test("a mask of a step that finds nothing is told, one of the flow is not")
    func idleMask() async throws {
        let run = try await run(
            CanaryRunnerTests.flow(
                ##"{ open: "/", mask: ["#login-btn", "#logn-btn", { css: "p", frame: "#no-frame" }] }"##,
                more: ##"evidence: { mask: ["#nowhere"] },"##
            )
        )
        #expect(try run.step(1).outcome == .passed)
        #expect(try run.step(1).screenshot != nil)
        #expect(try run.step(1).notes == ["#logn-btn matched nothing to mask"])
    }

    @Test("what an earlier step saved stands in the targets of a picture and its masks")
    func saved() async throws {
        let run = try await run(
            CanaryRunnerTests.flow(
                ##"""
                { name: "Save", open: "/" }, { name: "Id", script: "return 'login-btn'", save: "ID" },
                { name: "Plain", expect: { visible: "#login-btn" } },
                { name: "Masked", expect: { visible: "#login-btn" }, mask: "#login-btn" },
                { name: "Masked by value", expect: { visible: "#login-btn" }, mask: ["#${ID}"] },
                { name: "Element", screenshot: "#${ID}" },
                """##
            )
        )
        let pictures = try (3...6).map { number in
            let file = try #require(try run.step(number).screenshot)
            return try #require(run.files[file])
        }
        #expect(pictures[0] != pictures[1])
        #expect(pictures[2] == pictures[1])
        #expect(pictures[3].count < pictures[0].count)
    }
}
