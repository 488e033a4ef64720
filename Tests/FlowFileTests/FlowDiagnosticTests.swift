import CanaryModel
import FlowFile
import Testing

@Suite("Flow diagnostic") struct FlowDiagnosticTests {
    @Test("says place, message and suggestion, then shows the line and a caret")
    func rendering() {
        let diagnostic = FlowDiagnostic(
            position: SourcePosition(file: "login.canary.json5", line: 12, column: 7),
            message: "unknown action 'clik'",
            suggestion: "did you mean 'click'?",
            sourceLine: "    { clik: \"#login\" },",
            caretIndent: 6
        )
        #expect(
            diagnostic.description == """
                login.canary.json5:12:7: unknown action 'clik'; did you mean 'click'?
                        { clik: "#login" },
                          ^
                """
        )
    }

    @Test("for a file as a whole names the file alone")
    func wholeFile() {
        let position = SourcePosition(file: "a.canary.json5", line: 0, column: 0)
        let diagnostic = FlowDiagnostic(position: position, message: "no such file")
        #expect(diagnostic.description == "a.canary.json5: no such file")
    }
}
