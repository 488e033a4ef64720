import CCurl

extension Transfer {
    /// Tells curl how the connection is made.
    func setConnection() throws(EasyHandle.OptionRefused) {
        try handle.set(CURLOPT_NOSIGNAL, true)
        // Without it, giving up while a name is looked up waits until the look-up has ended.
        try handle.set(CURLOPT_QUICK_EXIT, true)
        // The deadline is kept by the loop; curl's own limit would end the attempt after 300 s.
        try handle.set(CURLOPT_CONNECTTIMEOUT, Int(Int32.max) / 1000)
        try handle.check(
            curl_easy_setopt_sockopt(handle.raw, didOpen, Unmanaged.passUnretained(self).toOpaque())
        )
        if exchange.target.scheme == "https" { try setTLS() }
        try setProxy()
        try setAddresses()
        switch exchange.request.connection.version {
        case .http1: try handle.set(CURLOPT_HTTP_VERSION, http1)
        case .http2 where exchange.target.scheme == "https": try handle.set(CURLOPT_HTTP_VERSION, http2)
        case .http2:
            try handle.set(CURLOPT_HTTP_VERSION, http2AtOnce)
            // The second request on such a connection breaks its framing (libcurl 7.88).
            try handle.set(CURLOPT_FRESH_CONNECT, true)
            try handle.set(CURLOPT_FORBID_REUSE, true)
        case nil: break
        }
    }

    private func setTLS() throws(EasyHandle.OptionRefused) {
        let options = exchange.request.connection
        try handle.setTLS(
            authorities: options.authorities,
            acceptsInvalid: exchange.request.acceptsInvalidCertificates
        )
        if let file = options.clientCertificate {
            try handle.set(CURLOPT_SSLCERT, file)
            try handle.set(CURLOPT_SSLKEY, options.clientKey ?? file)
            // Otherwise OpenSSL would ask for the password of a key on the terminal, and wait.
            try handle.set(CURLOPT_KEYPASSWD, "")
        }
    }

    private func setProxy() throws(EasyHandle.OptionRefused) {
        switch exchange.request.proxy {
        case .always(let url): try handle.set(CURLOPT_PROXY, url)
        case .environment where !exchange.target.isLoopback: break
        case .server(let url) where !exchange.target.isLoopback: try handle.set(CURLOPT_PROXY, url)
        case .environment, .direct, .server: try handle.set(CURLOPT_PROXY, "")
        }
    }

    /// Other than addresses for the name cache, these are of this request only.
    private func setAddresses() throws(EasyHandle.OptionRefused) {
        let options = exchange.request.connection
        if !options.addresses.isEmpty {
            let lines = options.addresses.map { host, address in
                "\(host):\(address.contains(":") ? "[\(address)]" : address):"
            }
            try handle.set(CURLOPT_CONNECT_TO, lines: lines)
        }
        switch options.family {
        case .v4: try handle.set(CURLOPT_IPRESOLVE, 1)
        case .v6: try handle.set(CURLOPT_IPRESOLVE, 2)
        case nil: break
        }
    }
}

// `CURL_HTTP_VERSION_1_1`, `…_2TLS` and `…_2_PRIOR_KNOWLEDGE`.
private let http1 = 2
private let http2 = 4
private let http2AtOnce = 5
