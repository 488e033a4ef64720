import CanaryBrowser
import CanaryModel
import Foundation

/// Finds out of what went wrong on a page what may be why a check failed there.
struct CauseSearch {
    /// How telling something is, the most first; of the same rank, what came during the step comes before what came earlier.
    private enum Rank: Int {
        case document, server, script, refusal, alert, field, missing, console
    }

    private struct Found {
        let rank: Rank
        let isEarlier: Bool
        let cause: Cause
    }

    /// The most that are reported.
    private static let most = 3

    /// The URL of the page.
    let page: String
    /// When the navigation to its document began: requests that were sent before were another's.
    let documentBegan: Timestamp?
    /// When the document came: what scripts did before, those of another did.
    let documentCame: Timestamp?
    /// When the step began that failed.
    let stepBegan: Timestamp
    /// What the flow expects to go wrong.
    let failurePolicy: FailurePolicy
    private var found: [Found] = []

    init(
        page: String,
        documentBegan: Timestamp?,
        documentCame: Timestamp?,
        stepBegan: Timestamp,
        failurePolicy: FailurePolicy
    ) {
        self.page = page
        self.documentBegan = documentBegan
        self.documentCame = documentCame
        self.stepBegan = stepBegan
        self.failurePolicy = failurePolicy
    }

    /// The most telling causes, each once: a document that a request came to is reported as that alone.
    var causes: [Cause] {
        var known: Set<String> = []
        let ordered = found.enumerated().sorted {
            ($0.element.rank.rawValue, $0.element.isEarlier ? 1 : 0, $0.offset)
                < ($1.element.rank.rawValue, $1.element.isEarlier ? 1 : 0, $1.offset)
        }
        return Array(
            ordered.map(\.element.cause).filter { known.insert($0.message).inserted }.prefix(Self.most)
        )
    }

    private mutating func add(_ rank: Rank, _ kind: Cause.Kind, _ message: String, at time: Timestamp? = nil)
    {
        let isEarlier = time.map { $0.milliseconds < stepBegan.milliseconds } ?? false
        found.append(Found(rank: rank, isEarlier: isEarlier, cause: Cause(kind, message)))
    }

    /// Takes in how the document came.
    mutating func take(document url: String, _ method: String?, status: Int) {
        guard status >= 400 else { return }
        let subject = [method, url].compactMap(\.self).joined(separator: " ")
        add(.document, .document, "\(subject) answered \(status.statusInWords)")
    }

    /// Takes in what the console said.
    mutating func take(_ console: [ConsoleEntry]) {
        for entry in console where entry.level == .error && isAfter(documentCame, entry.time) {
            // What the network did is known by its requests.
            guard entry.source != "network", !isNoise(entry.text),
                !failurePolicy.isIgnored([entry.text, entry.url ?? ""])
            else { continue }
            let line = entry.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? entry.text
            if entry.isPageError {
                let isOurs = entry.url.map(isOfSite) ?? true
                add(
                    isOurs ? .script : .console,
                    .pageError,
                    Self.words(line) + place(of: entry),
                    at: entry.time
                )
            } else if line.contains("Error: ") {
                // Frameworks write what they caught to the console.
                add(.console, .console, "the console says: \(line)" + place(of: entry), at: entry.time)
            }
        }
    }

    /// Takes in requests that failed.
    mutating func take(_ requests: [FailedRequest]) {
        for request in requests
        where !isNoise(request.url) && !failurePolicy.isIgnored([request.url, request.error ?? ""]) {
            guard let rank = rank(of: request) else { continue }
            // A script may go on to another page where its request was refused.
            guard
                isAfter(documentBegan, request.time) || request.method != "GET" && request.type != "Document"
            else {
                continue
            }
            add(rank, .request, request.words, at: request.ended)
        }
    }

    /// Takes in what the page says.
    mutating func take(_ flaws: [SeenFlaws]) {
        for alert in flaws.flatMap(\.alerts) { add(.alert, .alert, "the page shows the alert \"\(alert)\"") }
        for flaw in flaws.flatMap(\.fields) {
            let words = flaw.text.isEmpty ? "" : ": \(flaw.text)"
            add(.field, .field, "the field \"\(flaw.field)\" is invalid\(words)")
        }
    }

    /// How telling a request is that failed; `nil`: not at all.
    private func rank(of request: FailedRequest) -> Rank? {
        if let error = request.error, Self.harmlessErrors.contains(where: error.hasPrefix) { return nil }
        let isOurs = isOfSite(request.url)
        let isAnswered = request.error == nil
        switch request.type {
        case "XHR", "Fetch", "EventSource":
            // What another site does not answer is often kept from doing so, by a closed network or its own rules.
            if !isOurs, !isAnswered { return nil }
            if !isAnswered || request.status ?? 0 >= 500 { return isOurs ? .server : .missing }
            return request.method == "GET" ? .missing : .refusal
        case "Document":
            guard isOurs else { return nil }
            return !isAnswered || request.status ?? 0 >= 500 ? .server : .missing
        case "Script", "Stylesheet": return isOurs ? .script : nil
        default: return nil
        }
    }

    /// Whether something came after the beginning of the document that is there.
    private func isAfter(_ beginning: Timestamp?, _ time: Timestamp) -> Bool {
        beginning.map { time.milliseconds >= $0.milliseconds } ?? true
    }

    /// Whether a URL is of the page's own site: the same host, or one below the same domain.
    private func isOfSite(_ url: String) -> Bool {
        guard let host = URLComponents(string: page)?.host, let other = URLComponents(string: url)?.host
        else {
            return true
        }
        if host == other { return true }
        let domains = [host, other].map { $0.split(separator: ".").suffix(2) }
        return domains[0] == domains[1] && domains[0].count == 2
            && domains[0].last?.contains(where: \.isLetter) == true
    }

    private func isNoise(_ text: String) -> Bool {
        let text = text.lowercased()
        return Self.noise.contains(where: text.contains)
    }

    private static let harmlessErrors = [
        "net::ERR_ABORTED", "net::ERR_BLOCKED", "net::ERR_UNKNOWN_URL_SCHEME", "net::ERR_NETWORK_CHANGED",
    ]

    /// What goes wrong on pages that are well, in lower case.
    private static let noise = [
        "favicon", "apple-touch-icon", ".map", "analytics", "telemetry", "/collect", "/beacon", "sentry",
        "pixel",
        "csp-report", "doubleclick", "googletag", "resizeobserver loop", "script error.", "aborterror",
        "play() request",
    ]

    private static func words(_ error: String) -> String {
        let promise = "Uncaught (in promise) "
        if error.hasPrefix(promise) { return "a promise was rejected: \(error.dropFirst(promise.count))" }
        let script = "Uncaught "
        return "a script threw: " + (error.hasPrefix(script) ? String(error.dropFirst(script.count)) : error)
    }

    private func place(of entry: ConsoleEntry) -> String {
        guard let url = entry.url, !url.isEmpty else { return "" }
        return " (\([url, entry.line.map(String.init)].compactMap(\.self).joined(separator: ":")))"
    }
}

extension FailedRequest {
    /// The request and what came of it.
    fileprivate var words: String {
        if let error { return "\(method) \(url) failed: \(error)" }
        return "\(method) \(url) answered \((status ?? 0).statusInWords)"
    }
}
