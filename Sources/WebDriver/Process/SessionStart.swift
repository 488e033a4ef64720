import Foundation

/// The start of a session, and its end.
struct SessionStart {
    let launch: Launch
    let deadline: ContinuousClock.Instant

    private static let endLimit = Duration.seconds(5)

    /// Runs `body` with a session on a driver that is started for it.
    nonisolated(nonsending) func onOwnDriver<T: Sendable>(
        _ installation: Installation,
        _ body: nonisolated(nonsending) (LiveSession) async throws -> T
    ) async throws -> T {
        if installation.isHeadlessShell, launch.keptProfile != nil {
            // It would hang for a minute and then say something about open pages.
            throw LaunchError(
                code: .sessionRefused,
                message: "the headless shell takes no --user-data-dir",
                advice: "Name a browser that does, with --browser chromium"
            )
        }
        let (process, started) = try await DriverStart(launch, installation, deadline).listening()
        let result: Result<T, any Error>
        do {
            let live = try await liveSession(on: process, started, installation)
            do { result = .success(try await body(live)) } catch { result = .failure(error) }
            // Somebody's own profile is to be kept, so its browser gets the time to write it.
            if launch.keptProfile != nil { await end(live.session) }
        } catch {
            result = .failure(error)
        }
        await process.end()
        return try result.get()
    }

    /// Runs `body` with a session on a driver that runs somewhere.
    nonisolated(nonsending) func onRemoteDriver<T: Sendable>(
        _ url: String,
        _ body: nonisolated(nonsending) (LiveSession) async throws -> T
    ) async throws -> T {
        let session = try await remoteSession(url)
        let live = LiveSession(
            session: session,
            isSandboxOff: launch.isSandboxOff(isRoot: false),
            driverVersion: session.capabilities.chromedriverVersion,
            process: nil
        )
        let result: Result<T, any Error>
        do {
            try await PageSize(launch).apply(to: session, deadline: deadline)
            result = .success(try await body(live))
        } catch {
            result = .failure(error)
        }
        await end(session)
        return try result.get()
    }

    private nonisolated(nonsending) func liveSession(
        on process: DriverProcess,
        _ started: DriverStart.Listening,
        _ installation: Installation
    ) async throws -> LiveSession {
        let isRoot = geteuid() == 0
        let profile = process.folder.path + "/profile"
        let session = try await session(
            on: Connection(url: started.url, observer: launch.observer),
            launch.capabilities(of: installation, profile: profile, isRoot: isRoot),
            process
        )
        // 0 and less stand for groups of processes, 1 for the whole machine.
        if let id = session.capabilities.processID.flatMap(pid_t.init(exactly:)), id > 1 {
            process.adopt(browser: id)
        }
        let version = started.version ?? session.capabilities.chromedriverVersion
        try VersionPair(driver: version, browser: session.capabilities.browserVersion).check()
        if !installation.isHeadlessShell { try await PageSize(launch).apply(to: session, deadline: deadline) }
        return LiveSession(
            session: session,
            isSandboxOff: launch.isSandboxOff(isRoot: isRoot),
            driverVersion: version,
            process: process
        )
    }

    private nonisolated(nonsending) func session(
        on connection: Connection,
        _ capabilities: Capabilities,
        _ process: DriverProcess
    ) async throws -> Session {
        async let _ = process.watchBrowserStart()
        do {
            return try await Session.start(on: connection, capabilities: capabilities, deadline: deadline)
        } catch {
            try Task.checkCancellation()
            throw process.startFailure(error)
        }
    }

    private nonisolated(nonsending) func remoteSession(_ url: String) async throws -> Session {
        do {
            let connection = try Connection(url: url, observer: launch.observer)
            return try await Session.start(
                on: connection,
                capabilities: launch.remoteCapabilities,
                deadline: deadline
            )
        } catch let error as DriverURLError {
            throw LaunchError(code: .remoteURL, message: error.description)
        } catch let error as WebDriverError {
            try Task.checkCancellation()
            throw LaunchError(
                code: error.hadNoConnection ? .remoteUnreachable : .sessionRefused,
                message: "the driver gave no session",
                cause: error
            )
        }
    }

    /// Ends a session in a task of its own, because the caller's may be cancelled already.
    private func end(_ session: Session) async {
        await Task {
            do {
                try await session.end(deadline: .now + Self.endLimit)
            } catch {
                // What the body came to counts. A session that cannot be ended is its driver's affair, which gives
                // it up in its own time: there is nothing left to try.
            }
        }.value
    }
}
