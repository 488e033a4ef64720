import CanaryModel
import CanaryRunner
import Foundation
import TestSupport
import Testing

@Suite("Pictures of steps") struct PictureTests {
    @Test("a step that failed is framed in its picture")
    func region() async throws {
        let run = try await run(
            flow(
                """
                { open: "/cases/actionability" }, { expect: { text: "#plain", equals: "Other" }, timeout: "200ms" },
                """
            )
        )
        let region = try #require(try run.step(2).region)
        #expect(region.content == .element && region.width > 0 && region.viewport.width == 1280)
        #expect(region.isDrawn)
    }

    @Test("a group is not framed for what failed in it: the page may be another one by then")
    func regionOfGroup() async throws {
        let run = try await run(
            flow(
                """
                { name: "Landing", open: "/", expect: { visible: "#login-btn" } },
                { name: "Group", steps: [
                    { expect: { text: "#login-btn", equals: "No" }, timeout: "100ms", soft: true },
                    { expect: { visible: "#login-btn" } } ] },
                """
            )
        )
        #expect(try run.step(2).failure == run.step(2).steps[0].failure)
        #expect(try run.step(2).steps[0].region != nil)
        #expect(try run.step(2).screenshot != nil && run.step(2).region == nil)
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
            flow(
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
            flow(
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
            flow(
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
