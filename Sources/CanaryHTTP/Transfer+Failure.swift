import CCurl

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

private func isConnected(_ socket: Int32) -> Bool {
    var address = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return withUnsafeMutableBytes(of: &address) { bytes in
        getpeername(socket, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self), &length) == 0
    }
}

extension Transfer {
    /// The deadline has passed: says in which phase.
    var timeout: HTTPError {
        let phase = phase
        return HTTPError(
            .timeout(phase),
            exchange.request,
            "\(came(phase)) in \(began.duration(to: .now).inWords)"
        )
    }

    /// How much of the reply has come.
    private func came(_ phase: HTTPError.Phase) -> String {
        switch phase {
        case .starting, .resolving, .connecting, .tls: "there was no connection"
        case .sending: "it was not sent"
        case .waiting: "no byte of a reply came"
        case .receiving where !isHeaderWhole: "the reply's header did not end"
        case .receiving: "\(body.count) bytes of the body came, and not its end,"
        }
    }

    /// How far the transfer has come, by the times that curl noted on its way.
    private var phase: HTTPError.Phase {
        if handle.quantity(CURLINFO_NAMELOOKUP_TIME_T) == 0 { return .resolving }
        if handle.quantity(CURLINFO_PRETRANSFER_TIME_T) == 0 {
            // curl notes that it is connected only after the handshake, if there is one.
            let isHandshake = exchange.target.scheme == "https" && sockets.contains(where: isConnected)
            return isHandshake ? .tls : .connecting
        }
        if headerSize > 0 { return .receiving }
        let sent = handle.quantity(CURLINFO_SIZE_UPLOAD_T)
        return sent < exchange.request.body?.count ?? 0 ? .sending : .waiting
    }

    /// What a failure of curl means.
    ///
    /// - Parameter code: What curl returned.
    /// - Returns: The error, in curl's words where there are no better ones.
    func error(_ code: CURLcode) -> HTTPError {
        if let excess {
            let detail = "the reply's \(excess.part) is over the limit of \(excess.limit) bytes"
            return HTTPError(.replyTooLarge, exchange.request, detail)
        }
        if let contradiction { return HTTPError(.malformedReply, exchange.request, contradiction) }
        if code == CURLE_WRITE_ERROR {
            // Nothing of ours refused it: so curl says that there is more after the end of what is compressed.
            let detail = "the body does not end where its compressed data ends"
            return HTTPError(.malformedReply, exchange.request, detail)
        }
        if let silence {
            let detail =
                "the server closed the connection \(silence.inWords) after the request, without a reply"
            return HTTPError(.emptyReply, exchange.request, detail)
        }
        if code == CURLE_OUT_OF_MEMORY, handle.quantity(CURLINFO_PRETRANSFER_TIME_T) > 0 {
            // So curl says that a line of the reply is longer than it takes (100 KB).
            return HTTPError(.replyTooLarge, exchange.request, "a line of the reply's headers is too long")
        }
        if code == CURLE_UNSUPPORTED_PROTOCOL, handle.explanation(of: code).contains("HTTP/0.9") {
            let detail = "what came is not HTTP: it does not begin as a reply of HTTP does"
            return HTTPError(.malformedReply, exchange.request, detail)
        }
        let detail = (isOfProxy(code) ? HTTPError.proxyMark : "") + handle.explanation(of: code)
        // curl tells broken chunks by the code of a lost connection.
        let isMalformed = code == CURLE_RECV_ERROR && detail.hasSuffix("in chunked-encoding")
        // By TLS 1.3 a server refuses a client when that takes the handshake to be done.
        let isRefusal =
            code == CURLE_RECV_ERROR && detail.contains("SSL routines") && detail.contains(" alert ")
        return HTTPError(
            isMalformed ? .malformedReply : isRefusal ? .tls : handle.failure(code, while: phase),
            exchange.request,
            detail
        )
    }

    /// Whether it is a proxy that could not be connected to, as far as curl's words tell.
    private func isOfProxy(_ code: CURLcode) -> Bool {
        if code == CURLE_COULDNT_RESOLVE_PROXY { return true }
        guard code == CURLE_COULDNT_CONNECT, mayUseProxy, exchange.request.connection.addresses.isEmpty else {
            return false
        }
        let target = "connect to \(exchange.target.host) port \(exchange.target.port) "
        let detail = handle.explanation(of: code)
        return detail.contains("connect to ") && !detail.contains(target)
    }

    /// Whether the request or the environment names a proxy.
    private var mayUseProxy: Bool {
        switch exchange.request.proxy {
        case .direct: return false
        case .server, .always: return true
        case .environment:
            let names: [String] = ["\(exchange.target.scheme)_proxy", "all_proxy"]
            return (names + names.map { $0.uppercased() }).contains { getenv($0) != nil }
        }
    }
}

extension Duration {
    /// `12 ms`, `4.0 s`.
    fileprivate var inWords: String {
        if self < .seconds(1) { return "\(Int(self / .milliseconds(1))) ms" }
        let tenths = Int((self / .milliseconds(100)).rounded())
        return "\(tenths / 10).\(tenths % 10) s"
    }
}
