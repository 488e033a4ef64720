import CanaryModel
import WebDriver

extension Page {
    /// Takes a picture while what must not be seen is painted over.
    ///
    /// - Returns: The picture, with the masks that matched nothing.
    /// - Throws: What `body` throws; ``BrowserError`` where it could not be painted over, and then `body` was not run.
    func masking(
        _ mask: PictureMask,
        frame: [Target],
        until deadline: ContinuousClock.Instant,
        _ body: () async throws -> FramedPicture
    ) async throws -> FramedPicture {
        var shown = VisibleSecrets()
        if let search = SecretSearch(mask.secrets) {
            shown = try await shownSecrets(search, until: deadline)
        }
        if mask.targets.isEmpty, shown.isEmpty { return try await body() }
        var masks = Dictionary(grouping: mask.targets) { frame + $0.frame }
        if shown.isInTop { masks[[], default: []] += [] }
        var idle: [Target] = []
        let result: Result<FramedPicture, any Error>
        do {
            if try await !paint(shown.frames, until: deadline) {
                shown.coversFrames = true
                masks[[], default: []] += []
            }
            for (path, targets) in masks {
                let secrets = path.isEmpty ? shown : VisibleSecrets()
                idle += try await paint(targets, secrets, in: path, until: deadline)
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
        var picture = try result.get()
        picture.idleMasks = idle
        return picture
    }

    /// Paints over targets and secrets of a frame.
    ///
    /// - Returns: The targets of which nothing is there, though the frame is.
    private func paint(
        _ targets: [Target],
        _ shown: VisibleSecrets,
        in frame: [Target],
        until deadline: ContinuousClock.Instant
    ) async throws -> [Target] {
        do {
            let soon = frame.isEmpty ? deadline : min(deadline, .now + .milliseconds(50))
            try await enter(frame, until: soon, loadedBy: deadline)
        } catch let error as BrowserError where error.code == .selector {
            return []  // what is in a frame that is not there cannot be seen
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
        return idle.filter(targets.indices.contains).map { targets[$0] }
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
