import CanaryModel
import Testing

@testable import FlowFile

@Suite("Values that are not set") struct MissingValueTests {
    @Test("are no mistakes of the file: the flow is there, and what it lacks beside it")
    func noMistakes() {
        let reading = reading(
            """
            { name: 'a', tags: ['smoke'], secrets: ['PW', 'SHORT'], baseURL: '${SITE}',
              variables: { USER: 'canary@${DOMAIN}' },
              browser: { timezone: '${ZONE}', viewport: '${SIZE}' },
              steps: [
                { open: '/${PATH_OF_IT}' }, { fill: '#u', value: '${USER}' }, { fill: '#p', value: '${PW}' },
                { click: '${BUTTON}', timeout: '${TIME}' }, { upload: '#f', files: ['${FILE}'] },
                { press: '${KEY}' }, { open: '${PW}' },
              ] }
            """,
            environment: ["SHORT": "abc"]
        )
        #expect(reading.diagnostics == [])
        #expect(reading.flow?.name == "a")
        #expect(reading.flow?.tags == ["smoke"])
        #expect(reading.flow?.steps.count == 7)
        let names = reading.missing.map { $0.message.split(separator: "'")[1] }
        #expect(
            names == [
                "PW", "SHORT", "SITE", "DOMAIN", "ZONE", "SIZE", "PATH_OF_IT", "BUTTON", "TIME", "FILE",
                "KEY",
            ]
        )
    }

    @Test("are told apart from mistakes in the same file")
    func besideMistakes() {
        let reading = reading("{ name: 'a', secrets: ['PW'], steps: [{ clik: '${BUTTON}' }] }")
        #expect(reading.flow == nil)
        #expect(reading.diagnostics.map(\.message) == ["unknown action 'clik'"])
        #expect(reading.missing.map(\.message) == ["the secret 'PW' is not set"])
    }

    @Test("of what flows are selected by are mistakes, since nobody knows whether the flow is wanted")
    func selecting() {
        let reading = reading("{ name: '${N}', tags: ['a', '${T}'], steps: [{ back: true }] }")
        #expect(
            reading.diagnostics.map(\.message) == [
                "name is needed to select flows, and a variable in it is not set",
                "an element of tags is needed to select flows, and a variable in it is not set",
            ]
        )
    }

    @Test("are noted in a line of their own")
    func note() {
        let reading = reading("{ name: 'a', secrets: ['PW'], steps: [{ back: true }] }")
        #expect(
            reading.missing.map(\.note) == [
                "t.canary.json5:1:24: note: the secret 'PW' is not set; "
                    + "set it in the environment, or with --env-file"
            ]
        )
    }
}
