import CanaryModel
import Testing

@Suite("Saved reference") struct SavedReferenceTests {
    private static let a = SavedReference.mark("A")
    private static let b = SavedReference.mark("B")

    @Test(
        "is replaced by the value of its variable",
        arguments: [
            ("", ""), ("plain", "plain"), (a, "1"), ("x\(a)y\(a)z", "x1y1z"), ("\(a)\(b)", "12"),
            ("é\(a)😀", "é1😀"),
        ]
    )
    func resolve(text: String, expected: String) {
        #expect(SavedReference.resolve(text, with: ["A": "1", "B": "2"]) == expected)
    }

    @Test("stays where there is no value")
    func unknown() {
        #expect(SavedReference.resolve("x\(Self.a)y\(Self.b)", with: ["B": "2"]) == "x\(Self.a)y2")
    }

    @Test("is not looked for in a value that was put in")
    func notTwice() {
        #expect(SavedReference.resolve(Self.a, with: ["A": .string(Self.b), "B": "2"]) == Self.b)
    }

    @Test("is named, and written as a flow file has it")
    func written() {
        let text = "x\(Self.a)y\(Self.b)"
        #expect(SavedReference.missing(in: text, ["A": "1"]) == "B")
        #expect(SavedReference.missing(in: text, ["A": "1", "B": "2"]) == nil)
        #expect(SavedReference.written(text) == "x${A}y${B}" && SavedReference.written("x") == "x")
        #expect(SavedReference.isIn(text) && !SavedReference.isIn("${A}"))
        #expect(SavedReference.begins(Self.a + "x") && !SavedReference.begins(text))
    }

    @Test("stands for its default where the variable was not saved, which may be another one")
    func fallback() {
        let text = SavedReference.mark("A", fallback: "x\(Self.b)")
        #expect(SavedReference.resolve(text, with: ["A": "1"]) == "1")
        #expect(SavedReference.resolve(text + "z", with: ["B": "2"]) == "x2z")
        #expect(SavedReference.written(text) == "${A}")
        #expect(
            SavedReference.missing(in: text, [:]) == "B" && SavedReference.missing(in: text, ["B": ""]) == nil
        )
        #expect(SavedReference.missing(in: SavedReference.mark("A", fallback: ""), [:]) == nil)
        let combining = SavedReference.mark("A", fallback: "\u{301}x")
        #expect(SavedReference.resolve(combining, with: [:]) == "\u{301}x")
        let url = "/find?q=" + SavedReference.mark("A", fallback: Self.b)
        #expect(SavedReference.resolve(url, with: ["B": "a&b"], isURL: true) == "/find?q=a%26b")
    }

    @Test("that is not closed stays as it is")
    func unclosed() {
        #expect(SavedReference.resolve("a\u{1}b", with: ["b": "2"]) == "a\u{1}b")
    }
}
