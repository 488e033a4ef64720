import CanaryModel
import Foundation
import Testing

@testable import CanaryBrowser

@Suite("NetworkRecorder") struct NetworkRecorderTests {
    private static func event(_ method: String, _ params: String) throws -> NetworkEvent {
        let json = #"{"method":"\#(method)","params":{"requestId":"1",\#(params)}}"#
        return try JSONDecoder().decode(NetworkEvent.self, from: Data(json.utf8))
    }

    /// A request sent at 100 s that ended at 100.05 s, with the timing that its reply told.
    private func time(requestTime: Double) throws -> Double {
        let timing = ["dnsStart", "dnsEnd", "connectStart", "connectEnd", "sslStart", "sslEnd"].map {
            "\"\($0)\":-1"
        }
        let phases = #""sendStart":1,"sendEnd":2,"receiveHeadersEnd":40,"requestTime":\#(requestTime)"#
        let reply =
            #""url":"http://a.test/","status":200,"statusText":"OK","headers":{},"mimeType":"text/css","timing":{"#
            + (timing + [phases]).joined(separator: ",") + "}"
        var recorder = NetworkRecorder()
        let request =
            #""timestamp":100,"wallTime":1,"request":{"url":"http://a.test/","method":"GET","headers":{}}"#
        recorder.take(try Self.event("Network.requestWillBeSent", request))
        recorder.take(try Self.event("Network.responseReceived", #""response":{\#(reply)}"#))
        recorder.take(try Self.event("Network.loadingFinished", #""timestamp":100.05,"encodedDataLength":0"#))
        return try #require(recorder.exchanges.first?.entry.time)
    }

    @Test(
        "what comes from the memory's cache tells when it was fetched once: that is no time of this request"
    )
    func cached() throws {
        #expect(abs(try time(requestTime: 96) - 50) < 0.01)
        #expect(abs(try time(requestTime: 100.002) - 50) < 0.01)
    }
}
