import CanaryBrowser
import CanaryModel
import CanaryRunner
import Foundation

/// What the console and the network of one attempt have said: read, judged, and at the end given to its steps.
struct AttemptLogs: Sendable {
    private let flow: Flow
    private var logs = PageLogs()
    private var judgedEntries = 0
    private var judgedRequests = 0
    /// The addresses of documents that their steps judged.
    private var excused: Set<String> = []
    /// How many characters of bodies may still be kept.
    private var room = 20_000_000

    init(_ flow: Flow) { self.flow = flow }

    /// How long the driver may take to hand its logs over: 2 ms, where it is well.
    private static let longest = Duration.seconds(3)

    private var hasConsole: Bool { flow.evidence.console || flow.failurePolicy.needsConsole }
    private var hasNetwork: Bool { flow.evidence.har || flow.failurePolicy.needsNetwork }

    /// Reads what has come since the last time, for ``take(_:)``.
    func read(from page: Page) async throws -> LogBatch {
        let deadline = ContinuousClock.now + Self.longest
        return try await page.newLogs(console: hasConsole, network: hasNetwork, until: deadline)
    }

    /// The cookies that the browser had, as far as its traffic tells.
    var cookies: BrowserCookies { logs.cookies }

    /// Takes in what was read.
    mutating func take(_ batch: LogBatch) { logs.take(batch) }

    /// Whether they are read after each step: for the failure policy, and for bodies, which the browser forgets with
    /// their page.
    var areReadPerStep: Bool { !flow.failurePolicy.events.isEmpty || flow.evidence.bodies && hasNetwork }

    /// The requests whose bodies are to be asked for now, for ``take(_:)``.
    mutating func takeUnreadBodies() -> [String] {
        flow.evidence.bodies && hasNetwork && room > 0 ? logs.takeUnreadBodies() : []
    }

    /// Takes in bodies of replies, as far as there is room.
    mutating func take(_ bodies: [String: ResponseBody]) {
        for (id, body) in bodies where body.length <= room {
            room -= body.length
            logs.take([id: body])
        }
    }

    /// The request that a document came by; `nil` where the network is not logged.
    func request(of landing: Landing) -> (method: String, error: String?)? { logs.request(of: landing) }

    /// Takes in a document that was judged by its step: the failure policy does not report it again.
    mutating func excuse(_ landing: Landing) { excused.insert(String(landing.url.prefix { $0 != "#" })) }

    /// What the console said and the requests that came to their end without success, since a moment.
    func trouble(since start: Timestamp) -> (console: [ConsoleEntry], requests: [FailedRequest]) {
        (
            logs.console.filter { $0.time.milliseconds >= start.milliseconds },
            logs.failedRequests.filter {
                $0.ended.milliseconds >= start.milliseconds && ($0.type != "Document" || !isExcused($0.url))
            }
        )
    }

    /// Why what has come since the last time does not pass the flow's failure policy; `nil`: it does.
    ///
    /// What a script throws where a navigation takes its request away is not an error of the site.
    ///
    /// - Parameter landing: The document that is there.
    /// - Returns: The error.
    mutating func judge(on landing: Landing?) -> RunError? {
        let requests = logs.failedRequests
        defer { (judgedEntries, judgedRequests) = (logs.console.count, requests.count) }
        return flow.failurePolicy.error(
            for: logs.console[judgedEntries...].filter {
                ($0.source != "network" || !isExcused($0.url)) && !isOfLostRequest($0, landing)
            },
            requests.dropFirst(judgedRequests).filter { $0.type != "Document" || !isExcused($0.url) }
        )
    }

    /// Whether an error is that of a request which a navigation aborted, or reports it.
    ///
    /// Such errors come as the navigation begins, or as its document comes; on a busy machine some time before or after that.
    /// There is no request then that has failed, where the network is logged.
    private func isOfLostRequest(_ entry: ConsoleEntry, _ landing: Landing?) -> Bool {
        guard let began = landing?.began?.milliseconds, let came = landing?.cameAt?.milliseconds,
            Self.abortions.contains(where: entry.text.contains)
        else { return false }
        let wide = (start: began - 2000, end: came + 1000)
        let hasFailed = logs.failedRequests.contains {
            $0.ended.milliseconds >= wide.start
        }
        let window = hasNetwork && !hasFailed ? wide : (start: began - 100, end: came)
        return entry.time.milliseconds >= window.start && entry.time.milliseconds <= window.end
    }

    /// What Chromium says of a request that was taken away.
    private static let abortions = ["TypeError: Failed to fetch", "TypeError: network error", "AbortError: "]

    private func isExcused(_ url: String?) -> Bool { url.map(excused.contains) ?? false }

    /// Gives each step what came during it, and writes all of it into the attempt's folder.
    ///
    /// - Returns: Notes on what could not be kept.
    func keep(in result: inout AttemptResult, _ evidence: Evidence, version: String) -> [String] {
        let timeline = StepTimeline(result)
        let console = logs.console.map { entry in
            var entry = entry
            entry.step = timeline.step(at: entry.time)
            return entry
        }
        if hasNetwork { result.statusCounts = logs.statusCounts }
        let requests = logs.failedRequests.map { (timeline.step(at: $0.time), $0) }
        timeline.give(console.filter { $0.level == .error || $0.level == .warning }, requests, to: &result)
        var notes: [String] = []
        if logs.unread > 0 { notes.append("\(logs.unread) events of the network could not be read") }
        do {
            if flow.evidence.console { result.evidence.console = try evidence.keep(console) }
            if flow.evidence.har {
                result.evidence.network = try evidence.keep(archive(result, timeline, version))
            }
        } catch {
            notes.append("what the page's logs say could not be kept: \(error)")
        }
        return notes
    }

    private func archive(
        _ result: AttemptResult,
        _ timeline: StepTimeline,
        _ version: String
    ) -> HTTPArchive {
        let browser = result.environment.map {
            HTTPArchive.Program(name: $0.browser, version: $0.browserVersion)
        }
        let (pages, traffic) = logs.traffic
        let entries = (traffic + result.exchanges).sorted {
            $0.startedDateTime.milliseconds < $1.startedDateTime.milliseconds
        }
        return HTTPArchive(
            creator: HTTPArchive.Program(name: "canary", version: version),
            browser: browser,
            pages: pages,
            entries: entries.map { entry in
                var entry = entry
                entry.step = timeline.step(at: entry.startedDateTime)
                return entry
            }
        )
    }
}
