import CanaryModel
import WebDriver

extension Page {
    /// Does something while what must not be seen is painted over.
    ///
    /// - Throws: What `body` throws; ``BrowserError`` where it could not be painted over, and then `body` was not run.
    func masking<Value: Sendable>(
        _ mask: PictureMask,
        frame: [Target],
        until deadline: ContinuousClock.Instant,
        _ body: () async throws -> Value
    ) async throws -> Value {
        let secrets = try await shownSecrets(mask.secrets, until: deadline)
        if mask.targets.isEmpty, secrets.isEmpty { return try await body() }
        var masks = Dictionary(grouping: mask.targets) { frame + $0.frame }
        if !secrets.isEmpty { masks[[], default: []] += [] }
        let result: Result<Value, any Error>
        do {
            for (path, targets) in masks {
                try await paint(targets, path.isEmpty ? secrets : [], in: path, until: deadline)
            }
            result = .success(try await body())
        } catch {
            result = .failure(error)
        }
        do {
            try await unmask(masks.keys, until: deadline)
        } catch {
            if case .success = result { throw error }  // else the first error tells more
        }
        return try result.get()
    }

    private func paint(
        _ targets: [Target],
        _ secrets: [String],
        in frame: [Target],
        until deadline: ContinuousClock.Instant
    ) async throws {
        do {
            try await enter(frame, until: frame.isEmpty ? deadline : min(deadline, .now + .milliseconds(50)))
        } catch let error as BrowserError where error.code == .selector {
            return  // what is in a frame that is not there cannot be seen
        }
        var found: [PageTarget] = []
        for target in targets {
            found.append(try await resolved(target, CandidateSearch(longest: .zero, deadline: deadline)))
        }
        let request = MaskRequest(targets: found, secrets: secrets)
        try await limitScripts(until: deadline)
        try await attempt(
            Command<Int>.executeSync(PageScript.mask, arguments: [request]),
            until: deadline
        )
    }

    private func unmask(
        _ frames: some Sequence<[Target]>,
        until deadline: ContinuousClock.Instant
    ) async throws {
        for frame in frames {
            do {
                try await enter(frame, until: frame.isEmpty ? deadline : .now + .milliseconds(50))
                try await attempt(Command<Bool>.executeSync(PageScript.unmask), until: deadline)
            } catch let error as BrowserError where error.code == .selector {
                continue
            }
        }
    }

    /// Which of the secrets the page holds, in texts, values or attributes.
    ///
    /// The browser is asked (1.6 ms), so that the page's own scripts cannot come to know of secrets that are not
    /// theirs; where it cannot be asked, all are taken to be held.
    private func shownSecrets(
        _ secrets: [String],
        until deadline: ContinuousClock.Instant
    ) async throws -> [String] {
        guard hasDevTools != false else { return secrets }
        var shown: [String] = []
        for secret in secrets {
            do {
                if try await holds(secret, until: deadline) { shown.append(secret) }
            } catch let error as WebDriverError where error.isUnsupported {
                hasDevTools = false
                return secrets
            }
        }
        return shown
    }

    /// Whether the document or a frame of it holds a text; the search is enabled once for each window.
    private func holds(_ text: String, until deadline: ContinuousClock.Instant) async throws -> Bool {
        let search = Command<SearchResult>.executeCDP("DOM.performSearch", TextSearch(query: text))
        do {
            return try await attempt(search, until: deadline).resultCount > 0
        } catch let error as WebDriverError where error.message.contains("not enabled") {
            try await attempt(Command<Nothing>.executeCDP("DOM.enable"), until: deadline)
            return try await attempt(search, until: deadline).resultCount > 0
        }
    }
}

/// The parameters of the DevTools protocol's `DOM.performSearch`, which looks into fields too.
private struct TextSearch: Encodable {
    let query: String
    let includeUserAgentShadowDOM = true
}

private struct SearchResult: Decodable, Sendable {
    let resultCount: Int
}
