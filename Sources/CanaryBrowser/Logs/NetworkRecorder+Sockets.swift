import CanaryModel

// Web sockets: the request that opens one. What goes over it is no request.

extension NetworkRecorder {
    /// Takes in an event of a web socket.
    mutating func takeSocket(_ event: NetworkEvent, _ id: String) {
        let parameters = event.params
        switch event.method {
        case "Network.webSocketCreated": beginSocket(id, parameters)
        case "Network.webSocketWillSendHandshakeRequest":
            change(id) { exchange in
                exchange.sent = parameters.timestamp ?? exchange.sent
                exchange.entry.request.setHeaders(parameters.request?.headers.pairs ?? [])
            }
        case "Network.webSocketHandshakeResponseReceived":
            change(id) { exchange in
                exchange.receive(parameters.response)
                exchange.end(at: parameters.timestamp, size: nil)
            }
        case "Network.webSocketFrameError":
            // That the page closed it before it was open is reported as an error, too.
            let isOwn = parameters.errorMessage?.hasPrefix("WebSocket is closed before")
            change(id) { $0.fail(at: parameters.timestamp, parameters.errorMessage, isOwn) }
        case "Network.webSocketClosed":
            change(id) { exchange in
                if !exchange.isOver {
                    exchange.fail(at: parameters.timestamp, "closed before it was open", true)
                }
            }
        default: break
        }
    }

    private mutating func beginSocket(_ id: String, _ parameters: NetworkEvent.Parameters) {
        guard let url = parameters.url, let wall = parameters.wallTime else { return }
        let entry = HTTPArchive.Entry(
            startedDateTime: Timestamp(milliseconds: Int(clamped: wall * 1000)),
            request: HTTPArchive.Request(method: "GET", url: url, headers: [], body: nil),
            resourceType: "WebSocket"
        )
        var exchange = Exchange(id: id, entry: entry, sent: .greatestFiniteMagnitude)
        exchange.isBodyRead = true
        add(exchange)
    }
}
