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
        idleMasks = []
        var shown = VisibleSecrets()
        if let search = SecretSearch(mask.secrets) {
            shown = try await shownSecrets(search, until: deadline)
        }
        if mask.targets.isEmpty, shown.isEmpty { return try await body() }
        var masks = Dictionary(grouping: mask.targets) { frame + $0.frame }
        if shown.isInTop { masks[[], default: []] += [] }
        let result: Result<Value, any Error>
        do {
            if try await !paint(shown.frames, until: deadline) {
                shown.coversFrames = true
                masks[[], default: []] += []
            }
            for (path, targets) in masks {
                try await paint(targets, path.isEmpty ? shown : VisibleSecrets(), in: path, until: deadline)
            }
            result = .success(try await body())
        } catch {
            result = .failure(error)
        }
        do {
            try await unmask(shown.frames.map(\.frame), until: deadline)
            let isWhole = try await unmask(masks.keys, until: deadline)
            if case .success = result, !isWhole { throw Self.goneOn }
        } catch {
            if case .success = result { throw error }  // else the first error tells more
        }
        return try result.get()
    }

    private func paint(
        _ targets: [Target],
        _ shown: VisibleSecrets,
        in frame: [Target],
        until deadline: ContinuousClock.Instant
    ) async throws {
        do {
            let soon = frame.isEmpty ? deadline : min(deadline, .now + .milliseconds(50))
            try await enter(frame, until: soon, loadedBy: deadline)
        } catch let error as BrowserError where error.code == .selector {
            return  // what is in a frame that is not there cannot be seen
        }
        var found: [PageTarget] = []
        for target in targets {
            found.append(try await resolved(target, AccessibilityLookup(longest: .zero, deadline: deadline)))
        }
        let request = MaskRequest(
            targets: found,
            secrets: shown.texts,
            boxes: shown.boxes,
            coversFrames: shown.coversFrames
        )
        guard let idle: [Int] = try await run(PageScript.mask, [request], until: deadline) else {
            throw try await dialogError(saying: nil)
        }
        idleMasks += idle.filter(targets.indices.contains).map { targets[$0] }
    }

    /// The error for a picture that may show a document which came after the masks were painted.
    static var goneOn: BrowserError {
        BrowserError(.timeout, "the page went to another document while its picture was taken")
    }

    /// Takes the masks away.
    ///
    /// - Returns: Whether the top document still had those that were painted in it.
    private func unmask(
        _ frames: some Sequence<[Target]>,
        until deadline: ContinuousClock.Instant
    ) async throws -> Bool {
        var isWhole = true
        for frame in frames {
            do {
                let soon = frame.isEmpty ? deadline : .now + .milliseconds(50)
                try await enter(frame, until: soon, loadedBy: max(deadline, soon))
                let isMasked: Bool? = try await run(PageScript.unmask, until: deadline)
                if frame.isEmpty, isMasked == false { isWhole = false }
            } catch let error as BrowserError where error.code == .selector {
                continue
            }
        }
        return isWhole
    }

    /// Paints over secrets in frames of other origins.
    ///
    /// - Returns: Whether all that hold some could be; otherwise they are to be painted over whole.
    private func paint(
        _ frames: [(frame: String, texts: [String])],
        until deadline: ContinuousClock.Instant
    ) async throws -> Bool {
        for (frame, texts) in frames {
            let request = MaskRequest(secrets: texts, isAlone: true)
            do {
                let painted: [Int]? = try await call(PageScript.mask, [request], in: frame, until: deadline)
                if painted == nil { return false }
            } catch is WebDriverError {
                return false
            }
        }
        return true
    }

    private func unmask(_ frames: [String], until deadline: ContinuousClock.Instant) async throws {
        for frame in frames {
            do {
                let _: Bool? = try await call(PageScript.unmask, [], in: frame, until: deadline)
            } catch is WebDriverError {
                continue  // its document has gone, and the masks with it
            }
        }
    }
}
