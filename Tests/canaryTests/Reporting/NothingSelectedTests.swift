import CanaryModel
import FlowFile
import Testing

@testable import canary

@Suite("Flows that nothing selects") struct NothingSelectedTests {
    private static let flows = [
        Flow(name: "login", tags: ["smoke"], steps: []),
        Flow(name: "logout", tags: ["smoke", "full"], steps: []),
        Flow(name: "upload", tags: ["full"], steps: []), Flow(name: "search", steps: []),
    ]

    @Test(
        "where nothing is selected it is told what there is",
        arguments: [
            (
                ["smok"], [],
                """
                nothing is selected: none of 4 flows fits --tag smok; did you mean 'smoke'?
                Tags: full, smoke
                Flows: login, logout, upload, search
                """
            ),
            (
                [], ["lgoin"],
                """
                nothing is selected: none of 4 flows fits --name lgoin; did you mean 'login'?
                Flows: login, logout, upload, search
                """
            ),
        ]
    )
    func nothing(_ tags: [String], _ names: [String], _ message: String) {
        let selection = FlowSelection(tags: tags, names: names)
        let nothing = #expect(throws: NothingSelected.self) { try selection.select(from: Self.flows) }
        #expect(nothing.map(CommandFailure.init) == CommandFailure(status: .usage, message: message))
    }
}
