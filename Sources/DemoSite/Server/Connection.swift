import Foundation

/// One connection: requests are read, answered in their order, until either side ends it.
struct Connection {
    /// Why a connection is over before its peer or we said so in HTTP.
    enum End: Error {
        case peerGone
        case idle
        case stopped
    }

    let descriptor: FileDescriptor
    let stop: StopSignal
    let site: DemoSite
    private var received: [UInt8] = []

    init(descriptor: FileDescriptor, stop: StopSignal, site: DemoSite) {
        self.descriptor = descriptor
        self.stop = stop
        self.site = site
    }

    /// Serves until the connection is over.
    mutating func serve() {
        do {
            while let request = try readRequest(), try answer(request) {}
        } catch let rejection as RequestRejection {
            reject(rejection)
        } catch {
            // An `End`: peers hang up when they like, and nobody is left to tell.
        }
    }

    /// Answers one request; false where the connection ends with it.
    private func answer(_ request: DemoSite.Request) throws(End) -> Bool {
        var reply = Reply(site.application, to: request, effects: site.receive(request))
        reply.response.isLast = request.asksToClose
        if reply.delay > .zero { try sleep(until: .now + reply.delay) }
        switch reply.ending {
        case .whole:
            try send(reply.response.serialized(withoutBody: request.method == "HEAD"))
            return !request.asksToClose
        case .half:
            let bytes = reply.response.serialized()
            try send(bytes.dropLast((reply.response.body.count + 1) / 2))
            return false
        case .none:
            return false
        case .never:
            while true { try sleep(until: .now + .seconds(3600)) }
        }
    }

    /// Says why the request is refused, and lets the peer read it: closing with input unread would reset
    /// the connection and could take the answer away from under the peer.
    private mutating func reject(_ rejection: RequestRejection) {
        var response = Response.text(status: rejection.status, rejection.reason + "\n")
        response.isLast = true
        do {
            try send(response.serialized())
            shutdown(descriptor.number, Int32(SHUT_WR))
            let deadline = ContinuousClock.now + .seconds(2)
            while try receive(until: deadline) { received.removeAll(keepingCapacity: true) }
        } catch {
            // An `End`: the peer did not want to hear it.
        }
    }
}

// MARK: Reading

extension Connection {
    /// The next request, or `nil` where the peer ended the connection between two requests.
    private mutating func readRequest() throws -> DemoSite.Request? {
        let idle = ContinuousClock.now + .seconds(300)
        var searched = 0
        while true {
            if let end = RequestHead.end(in: received, from: searched) {
                let head = try RequestHead(received[..<end])
                received.removeFirst(end)
                return DemoSite.Request(head, body: try readBody(of: head))
            }
            guard received.count <= RequestHead.maximumSize else {
                throw RequestRejection(status: 431, reason: "the head of the request is over 64 KiB")
            }
            searched = max(0, received.count - 3)
            guard try receive(until: idle) else {
                if received.isEmpty { return nil }
                throw RequestRejection(status: 400, reason: "the request ends within its head")
            }
        }
    }

    private mutating func readBody(of head: RequestHead) throws -> [UInt8] {
        let size = try head.bodySize(limit: site.options.maximumBodySize)
        if size > received.count, head.expectsContinue {
            try send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
        }
        received.reserveCapacity(size)
        while received.count < size {
            guard try receive(until: .now + .seconds(60)) else {
                throw RequestRejection(status: 400, reason: "the request ends within its body")
            }
        }
        defer { received.removeFirst(size) }
        return Array(received[..<size])
    }

    /// Adds what comes next to `received`; false at the end of the stream.
    private mutating func receive(until deadline: ContinuousClock.Instant) throws(End) -> Bool {
        try wait(for: POLLIN, until: deadline)
        var (result, cause) = (0, Int32(0))
        received += [UInt8](unsafeUninitializedCapacity: 64 * 1024) { buffer, count in
            result = recv(descriptor.number, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
            cause = errno
            count = max(0, result)
        }
        guard result >= 0 || cause == EINTR || cause == EAGAIN else { throw .peerGone }
        return result != 0
    }
}

// MARK: Writing and waiting

extension Connection {
    private func send(_ bytes: some RandomAccessCollection<UInt8>) throws(End) {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            try wait(for: POLLOUT, until: .now + .seconds(60))
            let count = rest.withUnsafeBytes {
                Foundation.send(descriptor.number, $0.baseAddress, $0.count, FileDescriptor.sendFlags)
            }
            guard count >= 0 || errno == EINTR || errno == EAGAIN else { throw .peerGone }
            rest = rest.dropFirst(max(0, count))
        }
    }

    private func wait(for events: Int32, until deadline: ContinuousClock.Instant) throws(End) {
        switch stop.wait(for: events, on: descriptor, until: deadline) {
        case .ready: return
        case .timeout: throw .idle
        case .stopped: throw .stopped
        }
    }

    private func sleep(until deadline: ContinuousClock.Instant) throws(End) {
        if stop.wait(until: deadline) == .stopped { throw .stopped }
    }
}
