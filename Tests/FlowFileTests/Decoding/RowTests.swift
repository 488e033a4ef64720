import CanaryModel
import Foundation
import Testing

@testable import FlowFile

@Suite("The tables of actions and conditions") struct RowTests {
    @Test("each action is decoded from its own example, in which all that goes with it can be named")
    func actions() throws {
        try TemporaryFolder.with(["row.png": ""]) { folder in
            for kind in Action.Kind.allCases {
                let flow = "{ name: 't', baseURL: 'http://site', steps: [{ \(kind.row.example) }] }"
                let reading = reading(flow, path: folder.path + "/t.canary.json5")
                #expect(reading.told == [], "\(kind)")
                guard case .action(let action?)? = reading.flow?.steps.first?.content else {
                    Issue.record("\(kind) is not an action")
                    continue
                }
                #expect(action.kind == kind)
                #expect(reading.flow?.steps.first?.name.isEmpty == false)
            }
        }
    }

    @Test("each condition is decoded from its own example", arguments: Condition.Key.allCases)
    func conditions(_ key: Condition.Key) {
        let action =
            switch key {
            case .response(.reply): "connect: 'a.example:25', "
            case .response(.answer): "dns: 'a.example', "
            case .response: "request: 'http://a.example', "
            default: ""
            }
        let reading = readingStep("{ \(action)expect: { \(key.row.example) } }")
        #expect(reading.told == [])
        #expect(reading.flow?.steps.first?.expect.map(\.written.kind.key) == [key])
    }

    @Test("each parameter goes with some action or condition")
    func parameters() {
        for parameter in StepParameter.allCases { #expect(!parameter.owners.isEmpty, "\(parameter)") }
        for parameter in ConditionParameter.allCases { #expect(!parameter.owners.isEmpty, "\(parameter)") }
    }

    @Test("a word means one key, and no key is another's synonym")
    func synonyms() {
        let actions = Action.Kind.allCases.flatMap(\.row.synonyms) + StepModifier.allCases.flatMap(\.synonyms)
        let conditions =
            Condition.Key.allCases.flatMap(\.row.synonyms) + ComparisonKey.allCases.flatMap(\.synonyms)
        for (words, keys) in [(actions, StepKey.all), (conditions, ConditionKey.all)] {
            #expect(Set(words).count == words.count)
            #expect(words.allSatisfy { $0 == $0.lowercased() })
            // Of keys with a capital the lower form is one: `rightclick`.
            #expect(words.filter(keys.contains).isEmpty)
        }
    }
}
