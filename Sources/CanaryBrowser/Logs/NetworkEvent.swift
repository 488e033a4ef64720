import Foundation
import WebDriver

/// An event of the DevTools protocol about the network or a document, as the `performance` log has it.
///
/// [Network](https://chromedevtools.github.io/devtools-protocol/tot/Network/); seconds, of a clock of the browser's own
/// where it is no `wallTime`.
struct NetworkEvent: Decodable, Sendable {
    let method: String
    var params: Parameters

    struct Parameters: Decodable, Sendable {
        var requestId: String?
        /// Of a web socket.
        var url: String?
        var loaderId: String?
        var frameId: String?
        var timestamp: Double?
        var wallTime: Double?
        var type: String?
        var request: SentRequest?
        var redirectResponse: ReceivedResponse?
        var response: ReceivedResponse?
        var headers: [String: String]?
        /// Of a request.
        var associatedCookies: [AssociatedCookie]?
        var dataLength: Int?
        var encodedDataLength: Double?
        var errorText: String?
        var canceled: Bool?
        /// Of a web socket, in place of `errorText`.
        var errorMessage: String?
    }

    struct SentRequest: Decodable, Sendable {
        /// Not that of a web socket.
        let url: String?
        let method: String?
        let headers: [String: String]
        let postData: String?
    }

    struct ReceivedResponse: Decodable, Sendable {
        let status: Int
        let statusText: String
        let headers: [String: String]
        let mimeType: String?
        let `protocol`: String?
        let remoteIPAddress: String?
        let connectionId: Double?
        let fromDiskCache: Bool?
        let encodedDataLength: Double?
        let timing: Timing?
    }

    /// Milliseconds since `requestTime`; -1: there was no such phase.
    struct Timing: Decodable, Sendable {
        let requestTime: Double
        let dnsStart: Double
        let dnsEnd: Double
        let connectStart: Double
        let connectEnd: Double
        let sslStart: Double
        let sslEnd: Double
        let sendStart: Double
        let sendEnd: Double
        let receiveHeadersEnd: Double
    }

    private struct Message: Decodable {
        let message: NetworkEvent
    }

    /// Reads an entry of the log; `nil` for what is not read here.
    ///
    /// - Throws: `DecodingError` where such an event has another form than is known.
    static func read(_ entry: LogEntry) throws -> NetworkEvent? {
        // The name stands at the beginning: most of the others are recognised by it, unread.
        guard methods.contains(where: entry.message.prefix(120).contains) else { return nil }
        var event = try JSONDecoder().decode(Message.self, from: Data(entry.message.utf8)).message
        // Of the moment at which a web socket is made nothing else tells the time.
        if event.method == "Network.webSocketCreated" { event.params.wallTime = entry.timestamp / 1000 }
        return event
    }

    private static let methods = [
        "\"Network.requestWillBeSent", "\"Network.responseReceived", "\"Network.dataReceived\"",
        "\"Network.loadingF", "\"Network.requestServedFromCache\"", "\"Page.domContentEventFired\"",
        "\"Page.loadEventFired\"", "\"Network.webSocketCreated\"", "\"Network.webSocketWillSend",
        "\"Network.webSocketHandshake", "\"Network.webSocketFrameError\"", "\"Network.webSocketClosed\"",
    ]
}
