/// What a driver and its browser have had of the processors in a span of time: where they had to wait for them, a
/// reply that is late says nothing of the page.
public struct Strain: Sendable, Hashable {
    /// How long the span was.
    public let span: Duration
    /// How long the one of their programs that waited most was kept from running.
    public let waited: Duration
    /// Whether what they used themselves was most of what the machine has: then nobody else is to blame.
    public let isOwnDoing: Bool
    /// What the page that was busiest has had; `nil` where none is known.
    public let page: ProcessorTime?
    /// The process of that page.
    public let pageID: Int32?

    /// What came between two readings.
    ///
    /// A program that has begun in between counts with all it has had.
    public init(from start: ProcessorTimes, to end: ProcessorTimes) {
        span = max(.milliseconds(1), end.moment - start.moment)
        let none = ProcessorTime(used: .zero, waited: .zero, rests: 0)
        let had = end.programs.map { (id: $0.key, time: $0.value - (start.programs[$0.key] ?? none)) }
        waited = min(span, had.map(\.time.waited).max() ?? .zero)
        isOwnDoing = (end.total - start.total) * 2 > span * max(1, end.processors)
        let busiest = had.filter { end.pages.contains($0.id) }.max {
            $0.time.used + $0.time.waited < $1.time.used + $1.time.waited
        }
        (page, pageID) = (busiest?.time, busiest?.id)
    }

    /// Whether the machine kept one of the programs from running for a quarter of the time or more.
    public var isStarved: Bool { waited * 4 >= span && !isOwnDoing }

    /// Whether the page wanted a processor nearly all the time and never came to rest, as in one script that goes on and
    /// on: pages at work rest 50 times a second and more (measured, with 20 others at work on two processors too).
    public var isPageStuck: Bool {
        guard let page else { return false }
        return (page.used + page.waited) * 5 >= span * 4 && page.rests < 5 + Int(span / .seconds(1)) * 3
    }
}
