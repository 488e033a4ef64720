import CMicrohttpd
import CanaryHTTP
import Foundation
import Synchronization

/// A request and its answer: it arrives on libmicrohttpd's thread, its connection is suspended while the handler works,
/// and it is answered on that thread.
final class Exchange: Sendable {
    enum State {
        /// Its head is not there yet.
        case began
        /// Its body arrives; of one that is refused it is thrown away.
        case arriving(ArrivingRequest)
        /// Its answer is on its way already, and the rest of its body is thrown away.
        case overrun
        /// The handler works; the connection is suspended.
        case handled
        /// The answer is there.
        case answered(ServerResponse, ResponseStream)
        /// The answer was handed to libmicrohttpd.
        case sent(ResponseStream)
        /// The connection is to be closed.
        case stopped
    }

    let target: String
    let connection: ConnectionHandle
    let client: ClientConnection
    let service: Service
    let isFromUnixSocket: Bool
    private let state = Mutex(State.began)

    init(
        target: String,
        connection: ConnectionHandle,
        client: ClientConnection,
        service: Service,
        isFromUnixSocket: Bool
    ) {
        self.target = target
        self.connection = connection
        self.client = client
        self.service = service
        self.isFromUnixSocket = isFromUnixSocket
    }

    /// Does what libmicrohttpd's thread is to do next with it.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - part: A part of the body; empty after the last.
    /// - Returns: Whether to go on; else the connection is closed.
    func proceed(method: String, part: UnsafeRawBufferPointer) -> Bool {
        switch state.withLock(\.self) {
        case .began: return begin(method)
        case .arriving(let request) where part.isEmpty: return hasArrived(request)
        case .arriving: return receive(part)
        case .overrun: return !part.isEmpty
        case .handled, .sent: return true
        case .answered(let response, let stream): return send(response, stream)
        case .stopped: return false
        }
    }

    private func begin(_ method: String) -> Bool {
        let request = ArrivingRequest(method: method, exchange: self)
        guard request.isOverrun, request.expectsContinue else { return receive(request) }
        // The client asks before it sends the body, so it need not.
        return Reply(.tooLarge).queue(on: connection)
    }

    private func receive(_ request: ArrivingRequest) -> Bool {
        guard request.isOverrun else {
            return transition(to: .arriving(request))
        }
        Reply.sendNow(.tooLarge, to: client.descriptor)
        return transition(to: .overrun)
    }

    private func receive(_ part: UnsafeRawBufferPointer) -> Bool {
        let request: ArrivingRequest? = state.withLock { state in
            guard case .arriving(var request) = state else { return nil }
            // With a second owner each part would copy the body.
            state = .began
            request.append(part)
            state = .arriving(request)
            return request.isOverrun ? request : nil
        }
        return request.map(receive) ?? true
    }

    private func hasArrived(_ request: ArrivingRequest) -> Bool {
        client.requestArrived()
        if let refusal = request.refusal { return Reply(refusal).queue(on: connection) }
        guard let whole = request.whole, service.add(self) else { return false }
        let isWaiting = state.withLock { state in
            if case .stopped = state { return false }
            state = .handled
            // Within the lock, so that no answer can come before it and resume nothing.
            microhttpd_suspend(connection.pointer)
            return true
        }
        if isWaiting { service.handle(self, whole) }
        return isWaiting
    }

    private func send(_ response: ServerResponse, _ stream: ResponseStream) -> Bool {
        guard transition(to: .sent(stream)) else { return false }
        if case .stream = response.body {
            client.onLeaving { stream.cut() }
            service.watch.wake()
        }
        return Reply(response).queue(on: connection, stream)
    }

    private func transition(to next: State) -> Bool {
        state.withLock { state in
            if case .stopped = state { return false }
            state = next
            return true
        }
    }
}

// MARK: From elsewhere

extension Exchange {
    /// Answers by the handler, and sends what its answer streams.
    func answer(_ request: ServerRequest, by handler: @Sendable (ServerRequest) async -> ServerResponse) async
    {
        let response = await handler(request)
        let stream = ResponseStream(on: connection)
        let isAnswered = state.withLock { state in
            guard case .handled = state else { return false }
            state = .answered(response, stream)
            microhttpd_resume(connection.pointer)
            return true
        }
        if !isAnswered { stream.cut() }
        guard case .stream(let parts) = response.body else { return }
        let pump = Task {
            // Where the stream is cut this task is cancelled, which ends the parts and tells their producer.
            for await part in parts { await stream.send(part) }
            stream.finish()
        }
        stream.onCut { pump.cancel() }
        await pump.value
    }

    /// Has the connection closed; for when the server stops.
    func stop() {
        let stream: ResponseStream? = state.withLock { state in
            defer { state = .stopped }
            switch state {
            case .handled:
                microhttpd_resume(connection.pointer)
                return nil
            case .answered(_, let stream), .sent(let stream): return stream
            default: return nil
            }
        }
        stream?.cut()
    }

    /// It is over, however it ended; the connection may be used for another.
    func ended() {
        client.requestEnded()
        service.remove(self)
        stop()
    }
}
