import CanaryModel
import WebDriver

// A frame of another origin is asked by the DevTools protocol, in a world of scripts of its own: 2 commands, 4 ms, the
// first time; 1 from then on. To switch the session into it is no way: the driver waits for a frame that is being loaded
// until the limit for navigations is over (2 s of a document that takes 2 s), and then stops whatever the page is
// loading.
//
// A frame of another site may be drawn by a process of its own (not in chromium-headless-shell). Only the session
// reaches that, which waits for it; so it is not asked, and painted over whole.

extension Page {
    /// How long frames of other origins are asked for one picture; after that they are painted over whole.
    private static let longestAskingFrames = Duration.milliseconds(300)

    /// Where the page shows secrets: one look (3 ms; 25 ms at 26,000 elements) and a count of what it has shown; further
    /// looks only where the page has frames of other origins, or trees that no script can look into.
    func shownSecrets(
        _ search: SecretSearch,
        until deadline: ContinuousClock.Instant
    ) async throws -> VisibleSecrets {
        let seen = try await topTexts(search.request, until: deadline)
        var shown = VisibleSecrets(texts: search.secrets(in: seen.text), coversFrames: seen.closed > 0)
        guard hasDevTools else { return shown }
        var nodes: Int? = seen.nodes
        if seen.foreign > 0 {
            do {
                let inner = try await secretsInFrames(search, seen, until: deadline)
                shown.frames = inner.frames
                shown.coversFrames = seen.closed > 0 && inner.isIncomplete
                nodes = inner.nodes.map { seen.nodes + $0 }
            } catch is WebDriverError {
                nodes = nil  // a frame that went away meanwhile may have made room for another
            }
        }
        if try await nodes != countNodes(until: deadline) {
            shown.boxes = try await secretsInClosedTrees(search, until: deadline)
        }
        return shown
    }

    /// The parts of secrets that the page shows in several elements one after the other (`<b>…</b><i>…</i>`): a message
    /// that quotes one of these would show it.
    public func partsOfSecrets(
        _ secrets: [String],
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> Set<String> {
        try await explaining {
            guard let search = SecretSearch(secrets) else { return [] }
            var request = search.request
            request.isInParts = true
            return search.parts(in: try await topTexts(request, until: deadline).parts ?? [])
        }
    }

    /// What stands in the top document and those that it can look into.
    private func topTexts(
        _ request: TextsRequest,
        until deadline: ContinuousClock.Instant
    ) async throws -> SeenTexts {
        let seen: SeenTexts?
        if let top = try await topFrame(until: deadline) {
            seen = try await call(PageScript.texts, [request], in: top, until: deadline)
        } else {
            try await enter([], until: deadline)
            seen = try await run(PageScript.texts, [request], until: deadline)
        }
        guard let seen else { throw try await dialogError(saying: nil) }
        return seen
    }

    /// The secrets in frames of other origins, the number of nodes in these, and whether there is a frame that could not
    /// be asked.
    private func secretsInFrames(
        _ search: SecretSearch,
        _ top: SeenTexts,
        until deadline: ContinuousClock.Instant
    ) async throws -> InnerSecrets {
        let end = min(deadline, .now + Self.longestAskingFrames)
        let frames = try await innerFrames(until: deadline)
        var held = top.frames
        var nodes = 0
        var inner = InnerSecrets()
        var request = search.request
        request.isAlone = true
        context.openFrames.formIntersection(frames)
        for frame in frames {
            guard ContinuousClock.now < end else { return inner }
            if context.openFrames.contains(frame) { continue }
            let seen: SeenTexts? = try await call(
                PageScript.texts,
                [request],
                in: frame.frame,
                until: deadline
            )
            guard let seen else { return inner }
            if seen.isOpen == true { context.openFrames.insert(frame) }
            held += seen.frames
            nodes += seen.nodes
            let texts = search.secrets(in: seen.text)
            if !texts.isEmpty { inner.frames.append((frame.frame, texts)) }
        }
        // What the documents hold beyond these, another process draws.
        inner.isIncomplete = held > frames.count
        inner.nodes = nodes
        return inner
    }
}

/// What frames of other origins show.
private struct InnerSecrets {
    var frames: [(frame: String, texts: [String])] = []
    /// The number of nodes that were looked through; `nil` where there was no time for all that the page's process draws.
    var nodes: Int?
    /// Whether there is a frame that was not asked.
    var isIncomplete = true
}
