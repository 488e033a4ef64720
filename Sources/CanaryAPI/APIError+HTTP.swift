package import CanaryHTTP
import CanaryModel

extension APIError {
    /// What it means that a request got no response.
    package init(_ error: HTTPError) {
        switch error.code {
        case .resolve: self.init(.dns, "\(error)")
        case .refused: self.init(.refused, "\(error)")
        case .tls:
            self.init(.tls, "\(error)", help: "`insecure: true` accepts a certificate that is not valid")
        case .timeout: self.init(.timeout, "\(error)")
        case .replyTooLarge: self.init(.body, "\(error)", help: "raise `maxBodySize`")
        case .malformedReply: self.init(.body, "\(error)")
        case .connect, .connectionLost, .emptyReply, .tooManyRedirects: self.init(.navigation, "\(error)")
        case .badURL, .badRequest: self.init(.flow, "\(error)")
        case .cancelled: self.init(.interrupted, "the run was interrupted")
        case .other: self.init(.protocolError, "\(error)")
        }
    }
}
