import CanaryModel
import WebDriver

extension Page {
    /// Notes that the driver answers: then it waits for no picture.
    func noteReply() { driver.isOwingPicture = false }

    /// Whether the driver may wait for a picture that never comes.
    var isWaitingForPicture: Bool { driver.isOwingPicture }

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
