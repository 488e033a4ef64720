import CanaryModel
import Testing

@Suite("Key chord") struct KeyChordTests {
    @Test(
        "is read from its written form",
        arguments: [
            ("Enter", [], "Enter"), ("a", [], "a"), ("Control+A", ["Control"], "a"),
            ("Control+Shift+A", ["Control", "Shift"], "A"),
            ("Control+Shift+ArrowLeft", ["Control", "Shift"], "ArrowLeft"), ("ctrl + a", ["Control"], "a"),
            ("+", [], "+"), ("Control++", ["Control"], "+"), ("Shift", [], "Shift"), (" ", [], " "),
            ("Alt+Space", ["Alt"], "Space"),
        ] as [(String, [String], String)]
    )
    func written(text: String, modifiers: [String], key: String) throws {
        let chord = try KeyChord(written: text)
        #expect(chord.modifiers == modifiers.compactMap { Key(named: $0) })
        #expect(chord.key == Key(named: key))
        #expect(chord.written == text)
    }

    @Test(
        "names the part that is not a key, or not a modifier",
        arguments: [
            ("", "", false), ("Entr", "Entr", false), ("Control+", "", false), ("+A", "", false),
            ("Contrl+A", "Contrl", false), ("Control+Ab", "Ab", false), ("A+B", "A", true),
            ("Enter+Control", "Enter", true),
        ]
    )
    func mistakes(text: String, part: String, isPlainKey: Bool) {
        do throws(KeyChord.Mistake) {
            _ = try KeyChord(written: text)
            Issue.record("\(text) was taken")
        } catch {
            #expect(error.part == part)
            #expect(error.isPlainKey == isPlainKey)
        }
    }
}
