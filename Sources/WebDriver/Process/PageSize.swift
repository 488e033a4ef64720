import Foundation

/// The size that a page is to have, where a window with a frame of some height is around it.
struct PageSize {
    private let width: Int
    private let height: Int

    private struct Inside: Decodable { let width, height, windowWidth, windowHeight: Int }

    private struct Metrics: Encodable {
        let width, height: Int
        let deviceScaleFactor = 0  // as it is
        let mobile = false
    }

    init(_ launch: Launch) {
        width = launch.viewportWidth
        height = launch.viewportHeight
    }

    /// Makes the page as big as it is to be.
    ///
    /// The window is sized, so that later tabs get the same; where it does not follow (a window is at least 500
    /// wide), the current page is made to look so.
    nonisolated(nonsending) func apply(
        to session: Session,
        deadline: ContinuousClock.Instant
    ) async throws(WebDriverError) {
        let before = try await measure(session, deadline)
        if fits(before) { return }
        _ = try await session.send(
            .setWindowRect(
                width: width + before.windowWidth - before.width,
                height: height + before.windowHeight - before.height
            ),
            deadline: deadline
        )
        if fits(try await measure(session, deadline)) { return }
        do {
            let metrics = Metrics(width: width, height: height)
            let _: Nothing = try await session.send(
                Command<Nothing>.executeCDP("Emulation.setDeviceMetricsOverride", metrics),
                deadline: deadline
            )
        } catch  where error.isUnsupported {
            return  // no Chromium: as near as its window comes
        }
    }

    private func fits(_ inside: Inside) -> Bool { inside.width == width && inside.height == height }

    private nonisolated(nonsending) func measure(
        _ session: Session,
        _ deadline: ContinuousClock.Instant
    ) async throws(WebDriverError) -> Inside {
        try await session.send(
            Command<Inside>.executeSync(Self.script),
            deadline: deadline
        )
    }

    private static let script = """
        return {width: innerWidth, height: innerHeight, windowWidth: outerWidth, windowHeight: outerHeight}
        """
}
