import CanaryModel
import Testing

@testable import FlowFile

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
}
