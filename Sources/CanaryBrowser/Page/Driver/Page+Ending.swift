import CanaryModel
import WebDriver

extension Page {
    /// Notes what the driver has answered, also an error: then it waits for no picture.
    func noteReply(_ reply: Result<some Any, WebDriverError>) {
        if case .failure(let error) = reply, case .transport = error.code { return }
        driver.isOwingPicture = false
    }

    /// Whether the driver may wait for a picture that never comes.
    var isWaitingForPicture: Bool { driver.isOwingPicture }

    /// The error of a driver that answers nothing since a picture was asked for.
    ///
    /// Nothing tells whether the page went away meanwhile, which the driver waits for then, or waits itself, as for a
    /// synchronous request; the first is the browser's defect (Chromium 156), so that nothing is said against the page.
    static var pictureOwed: BrowserError {
        BrowserError(
            .driverGone,
            "the driver answers nothing since it was asked for a picture: the page left the document that the "
                + "picture was of, or it waits for something without running"
        )
    }

    /// Ends a page that does not answer, since every further command would queue behind the overdue one; nothing where it
    /// has ended already.
    ///
    /// - Parameters:
    ///   - error: Why.
    ///   - process: The page's own process, where it is known; else the browser is ended.
    func end(with error: BrowserError, _ process: Int32?) {
        guard driver.ended == nil else { return }
        driver.end(with: error)
        if let process, live.killPage(process) { return }
        live.killBrowser()
    }
}
