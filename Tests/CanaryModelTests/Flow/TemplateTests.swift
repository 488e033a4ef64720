import CanaryModel
import Testing

@Suite("Template") struct TemplateTests {
    private static let mark = SavedReference.mark("ID")
    private static let fill = Template<Action>(.fill(.css("#\(mark)"), value: "is \(mark)"))

    @Test("is resolved to its value with the variables put in")
    func resolved() throws {
        #expect(try Self.fill.resolved(with: ["ID": "a7"]) == .fill(.css("#a7"), value: "is a7"))
        let url = Template<Action>(.open(url: "/orders?id=\(Self.mark)"))
        #expect(try url.resolved(with: ["ID": "a&b"]) == .open(url: "/orders?id=a%26b"))
    }

    @Test("shows what it refers to as a flow file has it")
    func written() {
        #expect(Self.fill.written == .fill(.css("#${ID}"), value: "is ${ID}"))
    }

    @Test("is not resolved without a variable that it refers to, but filled as far as it goes")
    func unsaved() {
        #expect(throws: UnsavedVariable(name: "ID")) { try Self.fill.resolved(with: ["OTHER": "1"]) }
        let both = Template(Target.css("\(SavedReference.mark("A")) \(Self.mark)"))
        #expect(both.filled(with: ["A": "b"]) == .css("b ${ID}"))
        #expect(throws: UnsavedVariable(name: "ID")) { try both.resolved(with: ["A": "b"]) }
    }

    @Test("a value that looks like a reference is a value")
    func opaque() throws {
        let resolved = try Self.fill.resolved(with: ["ID": .string(SavedReference.mark("ID"))])
        #expect(resolved == .fill(.css("#\(Self.mark)"), value: "is \(Self.mark)"))
    }
}
