import CCurl
import Foundation

extension Transfer {
    /// Tells curl the whole request.
    func configure() throws(EasyHandle.OptionRefused) {
        try handle.reset()
        try handle.set(CURLOPT_URL, exchange.request.url)
        try setReceivers()
        try setMethodAndBody()
        try setHeaders()
        try setConnection()
    }

    private func setReceivers() throws(EasyHandle.OptionRefused) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        try handle.set(CURLOPT_WRITEFUNCTION, receiver: receiveBody)
        try handle.set(CURLOPT_WRITEDATA, pointer: context)
        try handle.set(CURLOPT_HEADERFUNCTION, receiver: receiveHeader)
        try handle.set(CURLOPT_HEADERDATA, pointer: context)
        try handle.check(curl_easy_setopt_prereq(handle.raw, willSend, context))
        // The answer of a proxy to CONNECT is not the reply.
        try handle.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, true)
        // Half a megabyte of screenshot takes 8 reads in place of 32; larger ones would be mapped anew each time.
        try handle.set(CURLOPT_BUFFERSIZE, 64 << 10)
    }

    private func setMethodAndBody() throws(EasyHandle.OptionRefused) {
        let request = exchange.request
        if request.sendsBody {
            let body = request.body ?? .init()
            try handle.check(
                curl_easy_setopt_off_t(handle.raw, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
            )
            let code = body.withUnsafeBytes { bytes in
                // No bytes can mean no address, which curl would take as "ask the read function".
                withUnsafeBytes(of: 0) { none in
                    curl_easy_setopt_pointer(
                        handle.raw,
                        CURLOPT_COPYPOSTFIELDS,
                        bytes.baseAddress ?? none.baseAddress
                    )
                }
            }
            try handle.check(code)
        }
        switch request.method {
        case "POST": break
        case "GET" where !request.sendsBody: break
        case "HEAD": try handle.set(CURLOPT_NOBODY, true)
        default: try handle.set(CURLOPT_CUSTOMREQUEST, request.method)
        }
    }

    private func setHeaders() throws(EasyHandle.OptionRefused) {
        let request = exchange.request
        let lines = request.headerLines
        if !lines.isEmpty { try handle.set(CURLOPT_HTTPHEADER, lines: lines) }
        if let encoding = request.acceptedEncoding { try handle.set(CURLOPT_ACCEPT_ENCODING, encoding) }
        guard let credentials = request.credentials else { return }
        try handle.set(CURLOPT_HTTPAUTH, basicAuthentication)
        try handle.set(CURLOPT_USERNAME, credentials.user)
        try handle.set(CURLOPT_PASSWORD, credentials.password)
    }

    private func setConnection() throws(EasyHandle.OptionRefused) {
        try handle.set(CURLOPT_NOSIGNAL, true)
        // Without it, giving up while a name is looked up waits until the look-up has ended.
        try handle.set(CURLOPT_QUICK_EXIT, true)
        // The deadline is kept by the loop; curl's own limit would end the attempt after 300 s.
        try handle.set(CURLOPT_CONNECTTIMEOUT, Int(Int32.max) / 1000)
        try handle.check(
            curl_easy_setopt_sockopt(handle.raw, didOpen, Unmanaged.passUnretained(self).toOpaque())
        )
        // Given a folder beside the file, curl reads all certificates for each connection (25 ms) in place of once.
        if CurlLibrary.hasCertificateFile { try handle.set(CURLOPT_CAPATH, pointer: nil) }
        if exchange.request.acceptsInvalidCertificates {
            try handle.set(CURLOPT_SSL_VERIFYPEER, false)
            try handle.set(CURLOPT_SSL_VERIFYHOST, 0)
        }
        switch exchange.target.isLoopback ? .direct : exchange.request.proxy {
        case .environment: break
        case .direct: try handle.set(CURLOPT_PROXY, "")
        case .server(let url): try handle.set(CURLOPT_PROXY, url)
        }
    }
}

/// `CURLAUTH_BASIC`, a macro that Swift cannot read.
private let basicAuthentication = 1 << 0
