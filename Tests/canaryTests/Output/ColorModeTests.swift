import Testing

@testable import canary

@Suite("Colours") struct ColorModeTests {
    @Test(
        "the option goes before the environment, which goes before the terminal",
        arguments: [
            (.auto, true, [:], true), (.auto, false, [:], false),
            (.auto, true, ["NO_COLOR": "1"], false), (.auto, true, ["NO_COLOR": ""], true),
            (.auto, true, ["TERM": "dumb"], false),
            (.auto, false, ["CLICOLOR_FORCE": "1"], true), (.auto, false, ["CLICOLOR_FORCE": "0"], false),
            (.auto, false, ["CLICOLOR_FORCE": ""], false),
            (.auto, true, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
            (.always, false, ["NO_COLOR": "1"], true), (.never, true, ["CLICOLOR_FORCE": "1"], false),
        ] as [(ColorMode, Bool, [String: String], Bool)]
    )
    func isColored(_ mode: ColorMode, _ isTerminal: Bool, _ environment: [String: String], _ expected: Bool) {
        #expect(mode.isColored(isTerminal: isTerminal, environment: environment) == expected)
    }
}
