import CCurl

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The multi handle of curl with all that is under way on it.
///
/// Not safe by itself: ``EventLoop`` lets one thread in at a time. Whichever that is drives curl as far as
/// it goes without waiting, so a request is written by the task that makes it.
final class Transfers {
    /// Up to this long the task that made a request looks for the reply itself.
    ///
    /// Waking the loop's thread and then the task's costs about 60 µs where both processors sleep, which would
    /// double the time of the shortest commands. The time is no longer than a lock may be held.
    static let quickReply: Duration = .microseconds(500)

    let poller: Poller
    private let multi: UnsafeMutableRawPointer
    private var active: [UnsafeMutableRawPointer: Transfer] = [:]
    /// Handles to use again: not those of a transfer that failed, as these keep a buffer and so refuse options,
    /// and not those that hold a large body.
    private var spare: [EasyHandle] = []
    private let certificates = SeenCertificates()
    private var finished: [FinishedTransfer] = []
    /// When curl wants to be called although no socket is ready.
    private var timer: ContinuousClock.Instant?
    /// When the loop wakes: never after ``timer`` or a deadline, but maybe before.
    ///
    /// A transfer that ends does not move it, so a request needs no wake-up of the loop where one before it had
    /// no later deadline.
    private var nextWake: ContinuousClock.Instant?
    private var mustWake = false
    /// Whether the last reply came so soon that the next one is worth a look.
    private var isQuick = false
    /// The sockets that curl waits for and the loop does not, with what for; `nil` while the loop has them all.
    var held: [Int32: Int32]?

    /// Throws where memory or descriptors have run out.
    init() throws(SystemError) {
        poller = try Poller()
        guard CurlLibrary.initialized == CURLE_OK, let multi = curl_multi_init() else {
            throw SystemError("curl_multi_init", code: ENOMEM)
        }
        self.multi = multi
        let context = Unmanaged.passUnretained(self).toOpaque()
        curl_multi_setopt_socket(multi, socketChanged, context)
        curl_multi_setopt_timer(multi, timerChanged, context)
        curl_multi_setopt_long(multi, CURLMOPT_MAXCONNECTS, 64)
    }

    deinit {
        curl_multi_setopt_socket(multi, nil, nil)
        curl_multi_setopt_timer(multi, nil, nil)
        for raw in active.keys { curl_multi_remove_handle(multi, raw) }
        // Easy handles go before the multi handle that they used.
        active = [:]
        spare = []
        curl_multi_cleanup(multi)
    }

    /// Begins an exchange, and writes its request where that needs no waiting.
    ///
    /// - Returns: The transfers that have ended, which can be this one.
    func start(_ exchange: Exchange, _ reply: PendingReply) -> [FinishedTransfer] {
        if let error = exchange.reasonNotToStart(isCancelled: reply.isCancelled) {
            return [FinishedTransfer(reply: reply, outcome: .failure(error))]
        }
        release()
        if isQuick, active.isEmpty { held = [:] }
        do throws(EasyHandle.OptionRefused) {
            let handle = if let kept = spare.popLast() { kept } else { try EasyHandle() }
            let transfer = Transfer(exchange, on: handle, reply: reply, certificates: certificates)
            try transfer.configure()
            let code = curl_multi_add_handle(multi, handle.raw)
            guard code == CURLM_OK else { throw EasyHandle.OptionRefused(code: CURLE_FAILED_INIT) }
            active[handle.raw] = transfer
        } catch {
            let reason = String(cString: curl_easy_strerror(error.code))
            let failure = HTTPError(.other, exchange.request, reason)
            return [FinishedTransfer(reply: reply, outcome: .failure(failure))]
        }
        wake(by: exchange.deadline)
        runTimer()
        return settle()
    }

    /// Ends the transfer of a reply if it is under way.
    ///
    /// - Returns: The transfers that have ended.
    func cancel(_ reply: PendingReply) -> [FinishedTransfer] {
        if let transfer = active.values.first(where: { $0.reply === reply }) {
            end(transfer, .failure(.cancelled(transfer.exchange.request)))
        }
        return settle()
    }

    /// Goes on with what is ready: for a task that looks itself.
    ///
    /// - Returns: The transfers that have ended.
    func look(_ ready: [Readiness]) -> [FinishedTransfer] {
        act(on: ready)
        return settle()
    }

    /// Goes on with what is ready and what is due: for the loop's thread.
    ///
    /// - Returns: The transfers that have ended, and when to come back at the latest.
    func turn(_ ready: [Readiness]) -> (finished: [FinishedTransfer], nextWake: ContinuousClock.Instant?) {
        act(on: ready)
        if let nextWake, nextWake <= .now {
            expire()
            self.nextWake = active.values.map(\.exchange.deadline).min()
        }
        let finished = settle(isLoop: true)
        return (finished, nextWake)
    }

    private func act(on ready: [Readiness]) {
        for socket in ready {
            var running: Int32 = 0
            curl_multi_socket_action(multi, socket.socket, socket.events, &running)
        }
        runTimer()
    }

    /// Lets curl do what is due; when it asks again at once, it gets its next turn from the loop.
    private func runTimer() {
        for _ in 0..<8 {
            guard let due = timer, due <= .now else { return }
            timer = nil
            var running: Int32 = 0
            curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, &running)
        }
    }

    private func expire() {
        let now = ContinuousClock.now
        for transfer in active.values where transfer.exchange.deadline <= now {
            end(transfer, .failure(transfer.timeout))
        }
    }

    /// Collects what has ended, and wakes the loop if it would come back too late.
    private func settle(isLoop: Bool = false) -> [FinishedTransfer] {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let raw = message.pointee.easy_handle,
                let transfer = active[raw]
            else { continue }
            isQuick = transfer.duration < Self.quickReply
            end(transfer, transfer.outcome(canary_curl_message_result(message)))
        }
        if let timer { wake(by: timer) }
        if mustWake, !isLoop { poller.wake() }
        mustWake = false
        defer { finished = [] }
        return finished
    }

    private func end(_ transfer: Transfer, _ outcome: PendingReply.Outcome) {
        let handle = transfer.handle
        curl_multi_remove_handle(multi, handle.raw)
        // A jar can only go when no handle refers to it.
        if transfer.exchange.request.cookieJar != nil {
            curl_easy_setopt_pointer(handle.raw, CURLOPT_SHARE, nil)
        }
        active[handle.raw] = nil
        if case .success = outcome, transfer.isSmall, spare.count < 8 { spare.append(handle) }
        finished.append(FinishedTransfer(reply: transfer.reply, outcome: outcome))
    }

    private func wake(by instant: ContinuousClock.Instant) {
        if let nextWake, nextWake <= instant { return }
        nextWake = instant
        mustWake = true
    }

    /// Has curl called after a time, or no more (-1).
    func callBack(after milliseconds: Int) {
        timer = milliseconds < 0 ? nil : .now + .milliseconds(milliseconds)
    }
}
