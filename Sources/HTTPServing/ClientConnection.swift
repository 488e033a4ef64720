import Foundation
import Synchronization

/// A connection of a client, from when it is accepted until its descriptor is closed.
final class ClientConnection: Sendable {
    private struct State {
        var isOpen = true
        var requests = 0
        var deadline: ContinuousClock.Instant?
        var onLeaving: (@Sendable () -> Void)?
    }

    let descriptor: Int32
    private let arrivalTime: Duration
    private let state: Mutex<State>

    init(descriptor: Int32, arrivalTime: Duration) {
        self.descriptor = descriptor
        self.arrivalTime = arrivalTime
        state = Mutex(State(deadline: .now + arrivalTime))
    }

    /// Whether somebody wants to know when the client leaves.
    var isWatched: Bool { state.withLock { $0.onLeaving != nil } }

    /// A request line came.
    ///
    /// The time of the first runs since the connection was made; that of a later one from here, as
    /// the client may have kept the connection for a while.
    func requestBegan() {
        state.withLock { state in
            state.requests += 1
            if state.requests > 1 { state.deadline = .now + arrivalTime }
        }
    }

    /// The request is there; what it is answered may take as long as it likes.
    func requestArrived() { state.withLock { $0.deadline = nil } }

    /// The answer is sent, and the next request may come.
    func requestEnded() {
        state.withLock { state in
            state.deadline = .now + arrivalTime
            state.onLeaving = nil
        }
    }

    /// Has `body` called once if the client closes its side before the request has ended.
    func onLeaving(_ body: @escaping @Sendable () -> Void) { state.withLock { $0.onLeaving = body } }

    /// The client has closed its side.
    func clientLeft() {
        let body = state.withLock { state in
            defer { state.onLeaving = nil }
            return state.onLeaving
        }
        body?()
    }

    /// Ends the connection where the client took too long.
    func end(at time: ContinuousClock.Instant) {
        state.withLock { state in
            guard state.isOpen, let deadline = state.deadline, deadline <= time else { return }
            state.deadline = nil
            // libmicrohttpd sees the end of the connection and closes it.
            shutdown(descriptor, Int32(SHUT_RDWR))
        }
    }

    /// The descriptor is to be closed, after which it may be another's.
    func closed() {
        state.withLock { state in
            state.isOpen = false
            state.onLeaving = nil
        }
    }
}
