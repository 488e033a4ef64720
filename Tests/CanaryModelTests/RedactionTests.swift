import CanaryModel
import Foundation
import Testing

@Suite("Redaction of results") struct RedactionTests {
    let redactor = Redactor(secrets: ["hunter2&co"])

    @Test("every text of a run is redacted, everything else stays")
    func run() throws {
        let redacted = fullRun("hunter2&co").redacted(by: redactor)
        #expect(redacted == fullRun("***"))
        #expect(!String(decoding: try redacted.json(), as: UTF8.self).contains("hunter2"))
    }

    @Test("every text of an event is redacted, everything else stays", arguments: allEvents("x").indices)
    func events(index: Int) {
        #expect(allEvents("hunter2&co")[index].redacted(by: redactor) == allEvents("***")[index])
    }

    @Test("without a secret in it a run stays as it is")
    func untouched() {
        #expect(fullRun().redacted(by: redactor) == fullRun())
    }
}
