import CanaryModel
import CanaryRunner
import DemoSite
import TestSupport
import Testing

@Suite("Variables that steps save") struct SavedVariableTests {
    @Test(
        "a step may expect what it saves itself, and a group what its steps save; scripts and addresses take what was saved"
    )
    func sameStep() async throws {
        let run = try await run(
            flow(
                """
                { open: "/cases/targets" },
                { script: "return 42", save: "N", expect: { text: "testid=total", equals: "${N}" } },
                { name: "Group", steps: [ { save: { T: { text: "testid=total" } } } ],
                  expect: { text: "testid=total", equals: "${T}" } },
                { script: "return arguments[0] + 1", args: ["${N}"], save: "LONGER" },
                { open: "/cases/navigation?page=${LONGER}", expect: { text: "#page", equals: "421" } },
                """
            )
        )
        #expect(try run.attempt().failure == nil)
    }

    @Test(
        "a page cannot send the flow to a file of the machine, nor have one uploaded",
        arguments: [
            ("file:///etc/hostname", #"{ open: "${NAME}" }"#),
            ("../../../../../../../../etc/hostname", ##"{ upload: "#file", files: ["${NAME}"] }"##),
        ]
    )
    func files(name: String, step: String) async throws {
        let save = #"{ script: "return '\#(name)'", save: "NAME" }"#
        let run = try await run(flow(#"{ open: "/cases/targets" }, \#(save), \#(step)"#))
        let message = try #require(try run.attempt().failure?.message)
        #expect(message.hasSuffix("\(name) lies outside of the flow's folder and the current folder"))
    }
}
