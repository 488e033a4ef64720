public import CanaryModel
public import Foundation
import WebDriver

extension Page {
    /// How old a document is, in ms, of which the browser has drawn something: one of many that load themselves again for
    /// ever is younger.
    private static let leastAge = 100.0

    /// A picture of the page, as PNG.
    ///
    /// One that is overdue says nothing of the page, and the browser is left alone.
    ///
    /// - Parameters:
    ///   - subject: What it shows; of `none` there is none to be had, and the viewport is shown. A browser that has no
    ///     command for the whole page shows the viewport, and of an element what there is room for in it, as any
    ///     browser does of one in a frame.
    ///   - mask: What is painted over while it is taken.
    ///   - frame: The frames in which the targets of both are looked for.
    ///   - deadline: When to give up; its own, since a picture taken while the page is being left can take the driver
    ///     10 s.
    /// - Returns: The picture.
    /// - Throws: ``BrowserError``, which is a note and no failure for whoever wants to see the page.
    public func screenshot(
        of subject: StepScreenshot = .viewport,
        masking mask: PictureMask = PictureMask(),
        frame: [Target] = [],
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> Data {
        try await explaining {
            try await picture(of: subject, masking: mask, frame: frame, until: deadline).png
        }
    }

    /// A picture of the page, as ``screenshot(of:masking:frame:until:)``, with the masks that matched nothing.
    public func picture(
        of subject: StepScreenshot = .viewport,
        masking mask: PictureMask = PictureMask(),
        frame: [Target] = [],
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> FramedPicture {
        try await explaining {
            try await drawable(until: deadline) {
                let element = try await reveal(subject, frame: frame, until: deadline)
                return try await masking(mask, frame: frame, until: deadline) {
                    FramedPicture(png: try await png(of: subject, element, frame: frame, until: deadline))
                }
            }
        }
    }

    /// A picture of the view with what failed in it, framed; what was scrolled for it is scrolled back.
    ///
    /// - Parameters:
    ///   - failed: What failed. Where nothing of it is to be seen the view is shown as it is.
    ///   - mask: What is painted over while it is taken.
    ///   - frame: The frames in which the targets of the mask are looked for.
    ///   - deadline: When to give up.
    /// - Returns: The picture, and where the frames are.
    /// - Throws: ``BrowserError``, as ``screenshot(of:masking:frame:until:)``.
    public func screenshot(
        framing failed: FailedTarget,
        masking mask: PictureMask = PictureMask(),
        frame: [Target] = [],
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> FramedPicture {
        try await explaining {
            try await drawable(until: deadline) {
                let isThere = await bringIntoView(failed, until: deadline)
                let result: Result<FramedPicture, any Error>
                do {
                    let picture = try await masking(mask, frame: frame, until: deadline) {
                        guard isThere else { return FramedPicture(png: try await viewport(until: deadline)) }
                        return try await framed(failed, until: deadline)
                    }
                    result = .success(picture)
                } catch {
                    result = .failure(error)
                }
                await putBack(failed, until: deadline)
                return try result.get()
            }
        }
    }

    private func framed(
        _ failed: FailedTarget,
        until deadline: ContinuousClock.Instant
    ) async throws -> FramedPicture {
        let regions = await drawFrames(around: failed, until: deadline)
        let result: Result<Data, any Error>
        do {
            result = .success(try await viewport(until: deadline))
        } catch {
            result = .failure(error)
        }
        await removeFrames(until: deadline)
        return FramedPicture(png: try result.get(), element: regions.element, cover: regions.cover)
    }

    /// Takes a picture of a page that can be drawn.
    private func drawable<Picture>(
        until deadline: ContinuousClock.Instant,
        _ take: () async throws -> Picture
    ) async throws -> Picture {
        if let ended = driver.ended { throw ended }
        if isUndrawable {
            throw BrowserError(.navigation, "the browser draws nothing of a page that broke off so early")
        }
        do {
            try await awaitStay(until: deadline)
            try await awaitDrawing(until: deadline)
            return try await take()
        } catch let error as WebDriverError {
            if error.code == .unexpectedAlertOpen || error.isInterrupted {
                throw try await openDialogError(saying: error.alertText)
            }
            if error.isOfLostDocument { throw Self.goneOn }
            throw await explained(error)
        }
    }

    /// Finds the element that is to be shown, and scrolls into view as much of it as there is room for, before anything
    /// is painted over in the view; `nil` where the picture is of no element.
    private func reveal(
        _ subject: StepScreenshot,
        frame: [Target],
        until deadline: ContinuousClock.Instant
    ) async throws -> Element? {
        guard case .element(let target) = subject else { return nil }
        try await enter(frame + target.frame, until: deadline)
        let query = TargetQuery(target: target, need: .visible, preparation: .show, wanted: "to be visible")
        return try await find(query, until: .now).element
    }

    private func png(
        of subject: StepScreenshot,
        _ element: Element?,
        frame: [Target],
        until deadline: ContinuousClock.Instant
    ) async throws -> Data {
        switch subject {
        case .viewport, .none: return try await viewport(until: deadline)
        case .fullPage:
            do {
                return try await capture(.takeFullScreenshot, until: deadline)
            } catch let error as WebDriverError where error.isUnsupported {
                return try await viewport(until: deadline)
            }
        case .element(let target):
            guard let element else {
                throw BrowserError(.selector, "\(target.written) is not to be seen")
            }
            try await enter(frame + target.frame, until: deadline)  // masks may lie in other frames
            try await bringSession(until: deadline)
            let shown = try await capture(.takeScreenshot(of: element), until: deadline)
            try await takeSessionOut(until: deadline)
            guard (frame + target.frame).isEmpty else { return shown }
            return try await whole(element, shown, until: deadline)
        }
    }

    /// The picture of all of an element in the top document, where `shown` is what the view had room for.
    private func whole(
        _ element: Element,
        _ shown: Data,
        until deadline: ContinuousClock.Instant
    ) async throws -> Data {
        guard hasDevTools else { return shown }
        let area = try await live.session.send(.getRect(of: element), deadline: deadline)
        let fits = shown.pictureSize.map {
            area.width < Double($0.width + 1) && area.height < Double($0.height + 1)
        }
        guard fits == false else { return shown }
        return try await byDevTools { try await capture(.takeScreenshot(of: area), until: deadline) } ?? shown
    }

    /// Whether nothing may have been drawn of the document yet: the driver's own command for a picture, which takes 14 ms
    /// longer, gives up after 10 s then.
    private var isYoung: Bool {
        guard let age = documents.place?.age else { return false }
        return age + Double(documents.lookedAt.duration(to: .now).milliseconds) < Self.leastAge
    }

    private func viewport(until deadline: ContinuousClock.Instant) async throws -> Data {
        let quick =
            isYoung
            ? nil : try await byDevTools { try await capture(.takeQuickScreenshot, until: deadline) }
        if let quick { return quick }
        return try await capture(.takeScreenshot, until: deadline)
    }

    private func capture(
        _ command: Command<Data>,
        until deadline: ContinuousClock.Instant
    ) async throws -> Data {
        do {
            let picture = try await live.session.send(command, deadline: deadline)
            noteReply(.success(picture))
            documents.isDrawn = true
            return picture
        } catch {
            noteReply(Result<Data, _>.failure(error))
            if error.isCancelled { throw CancellationError() }
            if error.isPastDeadline {
                driver.isOwingPicture = true
                throw BrowserError(.timeout, "the browser drew no picture in time")
            }
            throw error
        }
    }
}
