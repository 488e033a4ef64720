import CCurl

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension EasyHandle {
    /// What kind of failure a code of curl is.
    ///
    /// - Parameters:
    ///   - code: What curl returned.
    ///   - phase: How far the transfer had come, for a time that was over.
    /// - Returns: The kind; `other` for a code that none fits.
    func failure(_ code: CURLcode, while phase: @autoclosure () -> HTTPError.Phase) -> HTTPError.Code {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .resolve
        case CURLE_COULDNT_CONNECT:
            number(CURLINFO_OS_ERRNO) == Int(ECONNREFUSED) ? .refused : .connect
        case CURLE_PROXY: .connect
        case CURLE_OPERATION_TIMEDOUT: .timeout(phase())
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CIPHER,
            CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT:
            .tls
        case CURLE_SSL_CERTPROBLEM, CURLE_SSL_CACERT_BADFILE: .badRequest  // of our own files
        case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_BAD_CONTENT_ENCODING, CURLE_HTTP2,
            CURLE_HTTP2_STREAM:
            .malformedReply
        case CURLE_GOT_NOTHING: .emptyReply
        case CURLE_PARTIAL_FILE, CURLE_SEND_ERROR, CURLE_RECV_ERROR: .connectionLost
        case CURLE_URL_MALFORMAT: .badURL
        default: .other
        }
    }
}
