import CanaryModel
import Foundation
import WebDriver

extension Page {
    /// Gives the browser user name and password for the URL's origin, once: it keeps them for what follows.
    ///
    /// They go in a URL of their own, since a page that was opened by such a URL cannot use `fetch` with
    /// relative URLs.
    func authenticate(at url: String, until deadline: ContinuousClock.Instant) async throws {
        guard let credentials = options.credentials, var parts = URLComponents(string: url),
            let host = parts.host
        else { return }
        let origin = "\(parts.scheme ?? "")://\(host):\(parts.port ?? 0)"
        if context.authenticatedOrigins.contains(origin) { return }
        (parts.user, parts.password) = (credentials.username, credentials.password)
        guard let primed = parts.string else { return }
        _ = try await go(.navigate(to: primed), until: deadline)
        context.authenticatedOrigins.insert(origin)
    }
}
