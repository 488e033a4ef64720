import WebDriver

/// The time that a step has beyond its own, since the machine is too busy for its browser.
struct Loan {
    /// The least that a step may borrow: where its own time is short, a busy machine needs more than that.
    static let least = Duration.seconds(2)
    /// How much is lent at once, after which it is looked whether the machine is still too busy.
    static let portion = Duration.milliseconds(500)

    /// How much was lent so far.
    private(set) var given = Duration.zero
    /// How much was lent to all steps so far, this one included.
    private(set) var total = Duration.zero
    /// What was still in the way when no more was to be had; `nil`: there was more, or nothing was in the way.
    var refusal: Strain?
    /// When the step's own time is over; `nil`: no step has begun.
    private var deadline: ContinuousClock.Instant?
    /// How long that time is.
    private(set) var time = Duration.zero
    /// The most that may be lent.
    private var most = Duration.seconds(5)
    /// Readings of the processors, the newer one at least ``portion`` after the other.
    private var readings: (old: ProcessorTimes?, new: ProcessorTimes?)
    /// The first reading of all steps.
    private(set) var first: ProcessorTimes?

    /// Begins a step, which has borrowed nothing.
    mutating func begin(until deadline: ContinuousClock.Instant, time: Duration) {
        (given, refusal, readings) = (.zero, nil, (nil, nil))
        self.deadline = deadline
        self.time = time
        most = max(time, Self.least)
    }

    /// Whether there is more to be had.
    var isOpen: Bool { given < most }

    /// Lends a portion.
    mutating func lend() {
        given += Self.portion
        total += Self.portion
    }

    /// The end of a wait, with what was lent for it: it is lent to the step, not to looks with a time of their own.
    func extending(_ end: ContinuousClock.Instant) -> ContinuousClock.Instant {
        isForStep(end) ? end + given : end
    }

    /// Whether a wait that ends then is one for all of the step's time.
    func isForStep(_ end: ContinuousClock.Instant) -> Bool { deadline.map { end >= $0 } ?? false }

    /// Whether a new reading is due.
    var isReadingDue: Bool { readings.new.map { $0.moment.duration(to: .now) >= Self.portion } ?? true }

    /// Takes in a reading.
    mutating func take(_ reading: ProcessorTimes?) {
        guard let reading else { return }
        readings = (readings.new, reading)
        first = first ?? reading
    }

    /// What there was since the reading before the last one.
    func strain(until reading: ProcessorTimes) -> Strain? {
        (readings.old ?? readings.new).map { Strain(from: $0, to: reading) }
    }
}
