import CMicrohttpd
import Foundation
import Synchronization

/// What a stream gives, on its way to a client: the producer waits where the client reads slowly, the connection where
/// there is nothing to send.
final class ResponseStream: Sendable {
    private struct State {
        var pending = Data()
        var isFinished = false
        /// Nothing more is sent: the client is gone, or the server stops.
        var isCut = false
        var isSuspended = false
        var producer: CheckedContinuation<Void, Never>?
        var onCut: (@Sendable () -> Void)?
    }

    /// How much waits for the client before the producer does.
    private static let capacity = 64 << 10

    private let connection: ConnectionHandle
    private let state = Mutex(State())

    init(on connection: ConnectionHandle) { self.connection = connection }

    /// Takes a part, and waits until there is space for another; nothing where the stream is cut.
    func send(_ part: Data) async {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                if !state.isCut { state.pending.append(part) }
                resume(&state)
                if state.isCut || state.pending.count <= Self.capacity {
                    continuation.resume()
                } else {
                    state.producer = continuation
                }
            }
        }
    }

    /// There are no more parts.
    func finish() {
        state.withLock { state in
            state.isFinished = true
            resume(&state)
        }
    }

    /// Sends nothing more.
    func cut() {
        let onCut = state.withLock { state in
            state.isCut = true
            state.pending = Data()
            state.producer?.resume()
            state.producer = nil
            resume(&state)
            defer { state.onCut = nil }
            return state.onCut
        }
        onCut?()
    }

    /// Has `body` called when the stream is cut, at once where it is so already.
    func onCut(_ body: @escaping @Sendable () -> Void) {
        let isCut = state.withLock { state in
            if !state.isCut { state.onCut = body }
            return state.isCut
        }
        if isCut { body() }
    }

    /// Hands over what there is; for libmicrohttpd's thread.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        state.withLock { state in
            if state.isCut { return microhttpd_end_with_error }
            let count = min(state.pending.count, buffer.count)
            if count > 0 {
                state.pending.copyBytes(to: buffer, count: count)
                // A slice, as moving the rest up each time is dear where a part is large.
                state.pending = count < state.pending.count ? state.pending.dropFirst(count) : Data()
                if state.pending.count <= Self.capacity {
                    state.producer?.resume()
                    state.producer = nil
                }
            } else if state.isFinished {
                return microhttpd_end_of_stream
            } else {
                // Within the lock, so that no part can come before it and wake nobody.
                microhttpd_suspend(connection.pointer)
                state.isSuspended = true
            }
            return count
        }
    }

    /// Within the lock, so that the connection is not closed by somebody else's resumption before this one.
    private func resume(_ state: inout State) {
        if state.isSuspended { microhttpd_resume(connection.pointer) }
        state.isSuspended = false
    }
}
