import Testing

@testable import CanaryBrowser

@Suite("The load of the machine") struct MachineLoadTests {
    @Test(
        "is told where it is four times what the processors can do, or more",
        arguments: [
            (0.3, 2, nil), (7.9, 2, nil), (4, 0, nil),
            (8.2, 2, "or this machine is too busy: 8 processes at once for its 2 processors"),
            (4, 1, "or this machine is too busy: 4 processes at once for its 1 processor"),
        ]
    )
    func remark(_ processes: Double, _ processors: Int, _ remark: String?) {
        #expect(MachineLoad(processes: processes, processors: processors).remark == remark)
    }

    @Test("has figures") func words() {
        #expect(MachineLoad(processes: 21.27, processors: 2).words == "load 21.3 on 2 processors")
    }

    @Test("is known of this machine")
    func current() throws {
        let load = try #require(MachineLoad.current)
        #expect(load.processes >= 0 && load.processors > 0)
    }
}
