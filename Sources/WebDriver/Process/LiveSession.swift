import Foundation

/// A session that was started by ``withSession(_:deadline:_:)``, with the processes behind it.
public final class LiveSession: Sendable {
    /// The session.
    public let session: Session
    /// Whether the browser runs without its sandbox.
    public let isSandboxOff: Bool
    /// The driver's version, where it reports it.
    public let driverVersion: String?
    let process: DriverProcess?

    init(
        session: Session,
        isSandboxOff: Bool,
        driverVersion: String? = nil,
        process: DriverProcess? = nil
    ) {
        self.session = session
        self.isSandboxOff = isSandboxOff
        self.driverVersion = driverVersion
        self.process = process
    }

    /// Whether the driver was not started here, and may run on another machine.
    public var isRemote: Bool { process == nil }

    /// The browser's version, where it reports it.
    public var browserVersion: String? { session.capabilities.browserVersion }

    /// Whether the driver has ended; always `false` for one that was not started here.
    ///
    /// Asked because its connection just broke, this waits a moment: a process that ends closes its connections
    /// before it counts as ended.
    public var hasDriverExited: Bool {
        get async { await process?.hasExited(within: .milliseconds(20)) ?? false }
    }

    /// What helps where driver or browser have said in their log that this machine has not enough of something; `nil`
    /// where they have not, or run elsewhere.
    public var shortageAdvice: String? {
        process.flatMap { LaunchAdvice.forShortage(in: $0.logTail(bytes: 4096)) }
    }

    /// What driver, browser and pages have had of this machine's processors; `nil` where they run elsewhere, or the
    /// system does not tell.
    ///
    /// It takes about 1 ms.
    public var processorTimes: ProcessorTimes? { process.flatMap { ProcessorTimes(ofGroup: $0.id) } }

    /// Ends the process of a page at once: a command that it is stuck in fails, and so does every other on that page; the
    /// driver's logs can still be read.
    ///
    /// - Parameter id: The process, of ``Strain/pageID``; where it is not one of this browser, nothing happens.
    /// - Returns: Whether it was ended.
    public func killPage(_ id: Int32) -> Bool { process?.kill(member: id) ?? false }

    /// Ends the browser at once: a command that it is stuck in fails, and the session is gone.
    ///
    /// Nothing happens on a driver that was not started here.
    public func killBrowser() { process?.killBrowser() }

    /// Whether the driver answers `GET /status`.
    ///
    /// A command that it is busy with is no hindrance: this goes over a connection of its own.
    ///
    /// - Parameter limit: How long it may take.
    /// - Returns: Whether the answer came in time.
    public func isDriverAnswering(within limit: Duration) async -> Bool {
        do {
            _ = try await session.connection.status(deadline: .now + limit)
            return true
        } catch {
            return false  // whatever kept the answer away: there is none
        }
    }
}
