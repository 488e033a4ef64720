package import CanaryHTTP
import CanaryModel

extension APIError {
    /// What it means that a request got no response.
    ///
    /// - Parameters:
    ///   - error: Why.
    ///   - url: Where it was sent first; a redirect that leads to what is no HTTP URL is the server's.
    ///   - hasNetwork: Whether this machine has a network.
    package init(_ error: HTTPError, url: String, hasNetwork: Bool) {
        switch error.code {
        case .resolve where error.isOfProxy, .refused where error.isOfProxy, .connect where error.isOfProxy:
            self.init(.network, "the proxy cannot be reached: \(error)")
        case .resolve where !hasNetwork, .connect where !hasNetwork:
            self.init(.network, "this machine has no network: \(error)")
        case .resolve: self.init(.dns, "\(error)")
        case .refused: self.init(.refused, "\(error)")
        case .tls:
            self.init(.tls, "\(error)", help: Self.help(forTLS: error.detail))
        case .timeout: self.init(.timeout, "\(error)")
        case .replyTooLarge:
            let help = error.detail.contains("body") ? "raise `maxBodySize`" : nil
            self.init(.body, "\(error)", help: help)
        case .malformedReply: self.init(.body, "\(error)")
        // The connection ended before the body that was announced.
        case .connectionLost where error.detail.contains("transfer closed with"): self.init(.body, "\(error)")
        case .badURL where error.isRedirected(from: url): self.init(.navigation, "\(error)")
        case .connect, .connectionLost, .emptyReply, .tooManyRedirects: self.init(.navigation, "\(error)")
        case .badURL, .badRequest: self.init(.flow, "\(error)")
        case .cancelled: self.init(.interrupted, "the run was interrupted")
        case .other: self.init(.protocolError, "\(error)")
        }
        if error.isRedirected(from: url) {
            let redirect = "a redirect of \(HTTPRequest(url: url).shownURL) leads there"
            help = help.map { "\(redirect); \($0)" } ?? redirect
        }
    }

    private static func help(forTLS detail: String) -> String? {
        if detail.contains("certificate required") {
            return "the server asks for a certificate: `clientCertificate` and `key` give it one"
        }
        if detail.contains("wrong version number") {
            return "the server does not speak TLS at that port: is it http:// there?"
        }
        if detail.contains("certificate has expired") { return "the server needs a new certificate" }
        if detail.contains("alternative certificate subject name")
            || detail.contains("does not match target host")
        {
            return "the server shows a certificate for other names; `insecure: true` accepts it"
        }
        guard detail.contains("SSL certificate problem") else { return nil }
        return
            "`caCertificate` names who is trusted, `insecure: true` accepts a certificate that is not valid"
    }

    /// The same, on the machine as it is.
    package init(_ error: HTTPError, url: String) {
        self.init(error, url: url, hasNetwork: LocalNetwork.isThere)
    }
}

extension HTTPError {
    fileprivate var isOfProxy: Bool { detail.hasPrefix(HTTPError.proxyMark) }

    /// Whether it is of another URL than the one that was sent to first; never for a connection without a request.
    fileprivate func isRedirected(from url: String) -> Bool {
        request.contains(" ") && !request.hasSuffix(" \(HTTPRequest(url: url).shownURL)")
    }
}
