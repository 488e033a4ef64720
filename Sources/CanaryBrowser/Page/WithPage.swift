public import CanaryModel
public import WebDriver

/// Starts a driver and a browser, runs `body` with the page in it, and ends both, whatever happened.
///
/// What a page needs of its session is set here, whatever `launch` says: documents are waited for step by step
/// (`pageLoadStrategy: none`), dialogs stay open until they are answered, and scripts have a limit.
///
/// - Parameters:
///   - launch: What is started, and how.
///   - credentials: User name and password for the first origin that is opened.
///   - files: The files that pages may be of; `nil`: any.
///   - processorTimes: Reads what the browser has had of the processors; otherwise the session does.
///   - deadline: When the session must have started; `body` has its own.
///   - body: What is done with the page, which is gone afterwards.
/// - Returns: What `body` returned.
/// - Throws: `LaunchError` or `InstallationError` where nothing could be started (`CancellationError` where the task
///   was cancelled before), else what `body` threw. An end that does not go smoothly is not an error.
public nonisolated(nonsending) func withPage<T: Sendable>(
    _ launch: Launch,
    credentials: BasicAuth? = nil,
    files: FileAccess? = nil,
    processorTimes: (@Sendable () -> ProcessorTimes?)? = nil,
    deadline: ContinuousClock.Instant,
    _ body: nonisolated(nonsending) (Page) async throws -> T
) async throws -> T {
    var launch = launch
    launch.pageLoadStrategy = PageLoadStrategy.none
    launch.unhandledPromptBehavior = .all(.ignore)
    // What a navigation swallows must not hold a step up much longer than a script of ours lasts.
    launch.timeouts = Timeouts(script: .after(Page.scriptLimit))
    return try await withSession(launch, deadline: deadline) { live in
        try await body(Page(live, credentials: credentials, files: files, processorTimes: processorTimes))
    }
}
