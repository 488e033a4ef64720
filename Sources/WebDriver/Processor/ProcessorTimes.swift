import Foundation

/// What a driver, its browser and the processes of its pages have had of the machine's processors, at one moment.
public struct ProcessorTimes: Sendable, Hashable {
    /// When it was read.
    public var moment: ContinuousClock.Instant
    /// What each of them has had, by its process id.
    public var programs: [Int32: ProcessorTime]
    /// Those that run pages.
    public var pages: Set<Int32>
    /// How long all of them have run together, with all their threads.
    public var total: Duration
    /// The processors of the machine.
    public var processors: Int

    /// Makes a reading.
    public init(
        moment: ContinuousClock.Instant = .now,
        programs: [Int32: ProcessorTime],
        pages: Set<Int32>,
        total: Duration = .zero,
        processors: Int? = nil
    ) {
        (self.moment, self.programs, self.pages) = (moment, programs, pages)
        self.total = total
        self.processors = processors ?? ProcessInfo.processInfo.activeProcessorCount
    }
}
