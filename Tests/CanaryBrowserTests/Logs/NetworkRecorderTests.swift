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
        "a web socket is the request that opens it",
        arguments: [
            (["HandshakeResponseReceived", "Closed"], 101, nil, nil),
            (["FrameError refused"], 0, "refused", "refused"),
            (
                ["HandshakeResponseReceived", "FrameError a wrong frame", "Closed"], 101, "a wrong frame",
                "a wrong frame"
            ),
            (
                ["FrameError WebSocket is closed before the connection"], 0,
                "WebSocket is closed before the connection", nil
            ),
            (["Closed"], 0, "closed before it was open", nil),
        ] as [([String], Int, String?, String?)]
    )
    func socket(events: [String], status: Int, error: String?, failure: String?) throws {
        var recorder = NetworkRecorder()
        recorder.take(try Self.event("Network.webSocketCreated", #""url":"ws://a.test/","wallTime":1"#))
        let request = #""timestamp":100,"wallTime":1,"request":{"headers":{"Upgrade":"websocket"}}"#
        recorder.take(try Self.event("Network.webSocketWillSendHandshakeRequest", request))
        for event in events {
            let words = event.split(separator: " ", maxSplits: 1)
            let response =
                #""timestamp":100.05,"response":{"status":101,"statusText":"Switching","headers":{}}"#
            let message = #""timestamp":100.05,"errorMessage":"\#(words.last ?? "")""#
            let parameters = words.count > 1 ? message : response
            recorder.take(try Self.event("Network.webSocket\(words[0])", parameters))
        }
        let exchange = try #require(recorder.exchanges.first)
        #expect(exchange.entry.request.url == "ws://a.test/" && exchange.entry.resourceType == "WebSocket")
        #expect(exchange.entry.request.headers == [HTTPArchive.Pair(name: "Upgrade", value: "websocket")])
        #expect(exchange.entry.response.status == status && exchange.entry.error == error)
        #expect(abs(exchange.entry.time - 50) < 0.01)
        #expect(exchange.failure?.error == failure)
        #expect(recorder.takeUnreadBodies() == [])
    }

    @Test(
        "what comes from the memory's cache tells when it was fetched once: that is no time of this request"
    )
    func cached() throws {
        #expect(abs(try time(requestTime: 96) - 50) < 0.01)
        #expect(abs(try time(requestTime: 100.002) - 50) < 0.01)
    }
}
