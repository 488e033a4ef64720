import CanaryModel
import WebDriver

// A page that does not answer in time is at fault only where it had the time: on a busy machine the browser may have
// waited for a processor instead. The kernel tells how long each process did. Measured on two processors with 20 others
// at work: a static page answers within 0.2 s and waits for a tenth of the time, a page that computes waits for nine.

extension Page {
    /// How long a command takes that says nothing of the machine.
    private static let usual = Duration.milliseconds(250)
    /// How long a page must at least have run without a rest to count as one that never ends, where it had to wait.
    private static let longestRun = Duration.milliseconds(1500)

    /// How long is waited at least for such a page to have run for the step's time, where it has to wait for a processor.
    private static let longestProof = Duration.seconds(15)
    /// How long the page may take to answer what is asked of it about a failure.
    static let longestEvidence = Duration.seconds(4)

    /// What came of waiting for a reply.
    private enum Wait<Response: Sendable>: Sendable {
        case replied(Result<Response, WebDriverError>)
        case vain(Strain?)
    }

    /// Sends a command and waits for its reply until `limit`, and longer while the machine is too busy for the browser.
    ///
    /// - Throws: What the driver answered; ``BrowserError`` where no reply came.
    func patiently<Response>(
        _ command: Command<Response>,
        until limit: ContinuousClock.Instant
    ) async throws -> Response {
        let session = live.session
        let wait = try await withThrowingTaskGroup(of: Wait<Response>.self) { group in
            defer { group.cancelAll() }
            // It ends by itself only where the watch does not.
            group.addTask {
                do throws(WebDriverError) {
                    return .replied(
                        .success(try await session.send(command, deadline: limit + .seconds(600)))
                    )
                } catch {
                    return .replied(.failure(error))
                }
            }
            group.addTask { .vain(try await self.strain(whenOver: limit)) }
            return try await group.next()
        }
        switch wait {
        case .replied(let reply):
            noteReply(reply)
            return try reply.get()
        case .vain(let strain): throw try await overdue(strain)
        case nil: throw CancellationError()
        }
    }

    /// Waits as long as a reply may take.
    ///
    /// - Returns: What there was in that time; `nil`: it is not known.
    private func strain(whenOver limit: ContinuousClock.Instant) async throws -> Strain? {
        let sent = ContinuousClock.now
        try await Task.sleep(until: min(limit, .now + Self.usual), clock: .continuous)
        let start = options.processorTimes()
        step.loan.take(start)
        try await Task.sleep(until: limit, clock: .continuous)
        while true {
            let strain = start.flatMap { start in
                options.processorTimes().map { Strain(from: start, to: $0) }
            }
            // A page that was busy for less than the step's time is late, but not stuck.
            if strain?.isPageStuck == true, sent.duration(to: .now) < step.loan.time {
                try await Task.sleep(until: sent + step.loan.time, clock: .continuous)
                continue
            }
            guard let strain, strain.isStarved else { return strain }
            guard strain.isPageStuck ? isUnproven(strain) : step.loan.isOpen else { return strain }
            step.loan.lend()
            try await Task.sleep(for: Loan.portion)
        }
    }

    /// Whether a page that runs without a rest may still come to one: it has not run for the step's time yet, and the
    /// time in which it could is not over.
    private func isUnproven(_ strain: Strain) -> Bool {
        let used = strain.page?.used ?? .zero
        return used < max(step.loan.time, .seconds(1))
            && strain.span < max(step.loan.time * 2, Self.longestProof)
    }

    /// Whether a page has run without a rest for so long that it counts as one that never ends, though it had to wait for
    /// its processor in between.
    private func isEndless(_ strain: Strain) -> Bool {
        guard strain.isPageStuck, let page = strain.page else { return false }
        return page.used >= min(max(step.loan.time, .seconds(1)), max(Self.longestRun, step.loan.time / 3))
    }

    /// Whose fault an overdue reply is: that of a machine that is too busy; else, where the driver still answers, the
    /// page's, which holds it up.
    ///
    /// The page is ended then, since every further command would queue behind the overdue one.
    private func overdue(_ strain: Strain?) async throws -> BrowserError {
        let isStarved = strain?.isStarved ?? (MachineLoad.current?.remark != nil)
        let isAnswering = await live.isDriverAnswering(within: .seconds(isStarved ? 5 : 1))
        try Task.checkCancellation()
        let isEndless = strain.map(isEndless) ?? false
        let error: BrowserError =
            if isStarved, !isEndless {
                .starved(strain)
            } else if isWaitingForPicture, strain?.isPageStuck != true {
                Self.pictureOwed
            } else if isAnswering {
                Self.unresponsive
            } else {
                BrowserError(.driverGone, "the driver stopped answering")
            }
        if isAnswering { end(with: error, strain?.pageID) }
        return error
    }

    static var unresponsive: BrowserError {
        let causes = [
            "a script of the page runs without pause, or a document never ends", MachineLoad.current?.remark,
        ]
        return BrowserError(
            .unresponsive,
            "the page kept the browser from answering until the step's time was over",
            help: causes.compactMap(\.self).joined(separator: "; ")
        )
    }

    /// Whether the machine is so busy that looks at a failure take longer than else.
    private var isStrained: Bool {
        guard let strain = recentStrain else { return MachineLoad.current?.remark != nil }
        return strain.waited * 10 >= strain.span
    }

    /// The time for a look at a failure: `usual`, and four times that on a busy machine, where it is worth waiting for.
    func evidenceTime(_ usual: Duration) -> Duration { isStrained ? usual * 4 : usual }

    /// Asks the page something about a failure, which is worth some seconds where the machine is busy.
    ///
    /// - Returns: The answer; `nil` where it cannot tell, which is noted.
    func asked<Seen: Decodable & Sendable>(
        _ script: OwnScript,
        _ arguments: [any Encodable & Sendable],
        losing what: String
    ) async -> Seen? {
        do {
            let limit = ContinuousClock.now + Self.longestEvidence
            return try await run(script, arguments, until: limit, isVital: false)
        } catch {
            if (error as? WebDriverError)?.isCancelled != true {
                loseEvidence(what, "the page did not respond in time")
            }
            return nil
        }
    }

    /// Notes that something was lost of the evidence of a failure.
    func loseEvidence(_ what: String, _ reason: String) {
        let note = "\(what) could not be looked for: \(reason)"
        if !step.lostEvidence.contains(note) { step.lostEvidence.append(note) }
    }

    /// When a step's time is over that is told to end at `deadline`: later where it was lent some.
    func extended(_ deadline: ContinuousClock.Instant) -> ContinuousClock.Instant {
        step.loan.extending(deadline)
    }

    /// Why no more time was lent, where it was refused.
    var refusal: Strain? { step.loan.refusal }

    /// Notes how the machine is, so that it is known at the end of a wait whether it was too busy.
    func noteStrain() {
        if step.loan.isReadingDue { step.loan.take(options.processorTimes()) }
    }

    /// Lends a step more time where its time is over and the machine was too busy for the browser just then.
    ///
    /// - Returns: Whether it may go on looking.
    func borrow(at deadline: ContinuousClock.Instant) -> Bool {
        guard step.loan.isForStep(deadline), let strain = recentStrain, strain.isStarved else { return false }
        guard step.loan.isOpen else {
            step.loan.refusal = strain
            return false
        }
        step.loan.lend()
        step.loan.take(options.processorTimes())
        return true
    }

    /// What there was in the last half second or a little more; `nil`: it is not known.
    var recentStrain: Strain? { options.processorTimes().flatMap { step.loan.strain(until: $0) } }

    /// How long all steps so far have gone on after their time, since the machine was busy.
    public var lentTime: Duration { step.loan.total }

    /// What an error of a step means: nothing about the site where the machine was too busy to the end.
    public func judged(_ error: BrowserError) -> BrowserError {
        guard let strain = step.loan.refusal, error.isOfTime else { return error }
        return error.blaming(strain)
    }

    /// The error for time that was used up; `nil` where the machine was not too busy in it.
    public var starvation: BrowserError? {
        guard let first = step.loan.first, let now = options.processorTimes() else { return nil }
        let strain = Strain(from: first, to: now)
        return strain.isStarved ? .starved(strain) : nil
    }

    /// Gives what was lost of the evidence of the last failure, each once.
    public func takeLostEvidence() -> [String] {
        defer { step.lostEvidence = [] }
        return step.lostEvidence
    }
}

extension BrowserError {
    /// Whether more time might have helped.
    fileprivate var isOfTime: Bool {
        switch code {
        case .selector, .expectation, .timeout, .dialog, .window, .value: true
        default: false
        }
    }

    /// The error of a machine that was too busy, with what was seen until then.
    func blaming(_ strain: Strain?) -> BrowserError {
        var error = Self.starved(strain)
        error.message += ": " + message
        (error.diagnoses, error.attempts) = (diagnoses, attempts)
        return error
    }

    /// The machine was too busy.
    static func starved(_ strain: Strain?) -> BrowserError {
        let load = MachineLoad.current
        let figures = [strain?.words, load?.words].compactMap(\.self).joined(separator: "; ")
        return BrowserError(
            .starved,
            "this machine was too busy to judge the page" + (figures.isEmpty ? "" : " (\(figures))"),
            help:
                "run it when the machine has less to do, run fewer flows at once, or give it more processors"
        )
    }
}

extension Strain {
    /// The figures that show it.
    fileprivate var words: String {
        "of \(span.milliseconds.elapsed) the browser waited \(waited.milliseconds.elapsed) for a processor"
    }
}
