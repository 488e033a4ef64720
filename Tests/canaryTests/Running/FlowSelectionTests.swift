import CanaryModel
import Testing

@testable import canary

@Suite("Flow selection") struct FlowSelectionTests {
    private static let flows = [
        Flow(name: "login", tags: ["smoke"], steps: []),
        Flow(name: "logout", tags: ["smoke", "full"], steps: []),
        Flow(name: "upload", tags: ["full"], steps: []), Flow(name: "search", steps: []),
    ]

    @Test(
        "a flow needs one of the tags and one of the names",
        arguments: [
            ([], [], ["login", "logout", "upload", "search"]),
            (["smoke"], [], ["login", "logout"]),
            (["smoke", "full"], [], ["login", "logout", "upload"]),
            ([], ["log*"], ["login", "logout"]),
            ([], ["*o*"], ["login", "logout", "upload"]),
            ([], ["log??"], ["login"]),
            ([], ["[su]*"], ["upload", "search"]),
            ([], ["login", "search"], ["login", "search"]),
            ([], ["log"], []),
            (["full"], ["log*"], ["logout"]),
        ]
    )
    func select(_ tags: [String], _ names: [String], _ expected: [String]) {
        let selection = FlowSelection(tags: tags, names: names)
        #expect(Self.flows.filter(selection.includes).map(\.name) == expected)
    }

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
        let failure = #expect(throws: CommandFailure.self) { try selection.select(from: Self.flows) }
        #expect(failure == CommandFailure(status: .usage, message: message))
    }
}
