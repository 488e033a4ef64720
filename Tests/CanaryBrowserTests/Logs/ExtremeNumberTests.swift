import CanaryModel
import Foundation
import TestSupport
import Testing
import WebDriver

@testable import CanaryBrowser

@Suite("Extreme numbers of pages and drivers") struct ExtremeNumberTests {
    /// What the browser tells of one request, from its start to its end, and of a web socket.
    private static let events = [
        #"{"method":"Network.requestWillBeSent","params":{"requestId":"1","timestamp":100,"wallTime":1,"#
            + #""type":"Document","loaderId":"1","request":{"url":"http://a.test/","method":"GET","headers":{}}}}"#,
        #"{"method":"Network.responseReceived","params":{"requestId":"1","response":{"status":200,"#
            + #""statusText":"OK","headers":{},"mimeType":"text/css","connectionId":7,"encodedDataLength":9,"#
            + #""timing":{"dnsStart":1,"dnsEnd":2,"connectStart":2,"connectEnd":3,"sslStart":-1,"sslEnd":-1,"#
            + #""sendStart":3,"sendEnd":4,"receiveHeadersEnd":40,"requestTime":100.002}}}}"#,
        #"{"method":"Network.dataReceived","params":{"requestId":"1","dataLength":5}}"#,
        #"{"method":"Network.dataReceived","params":{"requestId":"1","dataLength":9223372036854775807}}"#,
        #"{"method":"Network.loadingFinished","params":{"requestId":"1","timestamp":101,"encodedDataLength":5}}"#,
        #"{"method":"Page.domContentEventFired","params":{"timestamp":101}}"#,
        #"{"method":"Network.webSocketCreated","params":{"requestId":"2","url":"ws://a.test/","wallTime":1}}"#,
    ]

    @Test("any number in an event of the network is refused, or makes an archive that can be written")
    func archive() throws {
        var read = 0
        for index in Self.events.indices {
            for variant in ExtremeNumbers.variants(of: Self.events[index]) {
                var events = Self.events
                events[index] = variant
                var recorder = NetworkRecorder()
                for event in events {
                    guard let event = try? JSONDecoder().decode(NetworkEvent.self, from: Data(event.utf8))
                    else { continue }
                    read += 1
                    recorder.take(event)
                }
                let failures = recorder.exchanges.compactMap(\.failure)
                #expect(throws: Never.self) {
                    _ = try JSONEncoder().encode(recorder.exchanges.map(\.entry))
                    _ = try JSONEncoder().encode(recorder.pages)
                    _ = try JSONEncoder().encode(failures)
                }
            }
        }
        #expect(read > 1000)
    }

    @Test(
        "a page cannot end the run by the name of a script that looks like a place in it",
        arguments: [
            "http://a.test/x.js 9223372036854775807:9223372036854775807 boom",
            "http://a.test/x.js 9223372036854775806:-9223372036854775808 boom",
            "http://a.test/x.js 99999999999999999999:1 boom",
        ]
    )
    func console(message: String) throws {
        for time in ["0", "1e300", "-1e300", "1.7976931348623157e308"] {
            let json = "{\"level\":\"SEVERE\",\"message\":\"\(message)\",\"timestamp\":\(time)}"
            let entry = ConsoleEntry(try JSONDecoder().decode(LogEntry.self, from: Data(json.utf8)))
            #expect(entry.text.contains("boom"))
            #expect(throws: Never.self) { try JSONEncoder().encode(entry) }
        }
    }

    @Test("any count and time that a script of ours answers is added up")
    func observations() {
        var log = ObservationLog()
        for number in [Double.greatestFiniteMagnitude, -1e300, .infinity, .nan, 3] {
            log.add(looks: .max, firstSeen: number, lastSeen: number, from: .max)
            log.add(looks: .min, firstSeen: number, lastSeen: number, from: .min)
        }
        #expect(log.firstSeen != nil && log.lastSeen != nil)
    }
}
