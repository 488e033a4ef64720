import Foundation

/// Starts a driver and a session, runs `body`, and ends both, whatever happened.
///
/// The driver has a process group, a port and a temporary folder of its own. Whether `body` returned, threw or was
/// cancelled, nothing of them is left when this returns; when canary itself is killed, a watchdog sees to it.
///
/// - Parameters:
///   - launch: What is started, and how.
///   - deadline: When the session must have started; `body` has its own.
///   - body: What is done with the session, which is gone afterwards.
/// - Returns: What `body` returned.
/// - Throws: ``LaunchError`` or ``InstallationError`` where nothing could be started (`CancellationError` where the
///   task was cancelled before), else what `body` threw. An end that does not go smoothly is not an error.
public nonisolated(nonsending) func withSession<T: Sendable>(
    _ launch: Launch,
    deadline: ContinuousClock.Instant,
    _ body: nonisolated(nonsending) (LiveSession) async throws -> T
) async throws -> T {
    let start = SessionStart(launch: launch, deadline: deadline)
    switch launch.driver {
    case .installed(let installation):
        return try await start.onOwnDriver(installation, body)
    case .remote(let url):
        return try await start.onRemoteDriver(url, body)
    }
}
