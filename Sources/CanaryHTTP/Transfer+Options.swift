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
        if let jar = request.cookieJar {
            try handle.set(CURLOPT_SHARE, pointer: jar.share)
            try handle.set(CURLOPT_COOKIEFILE, "")  // no file, but only then are cookies taken and sent
            // One header holds those of the request and those of the jar.
            if let own = request.ownCookies { try handle.set(CURLOPT_COOKIE, own) }
        }
        if let encoding = request.acceptedEncoding { try handle.set(CURLOPT_ACCEPT_ENCODING, encoding) }
        if let credentials = request.credentials { try set(credentials) }
    }

    private func set(_ credentials: HTTPCredentials) throws(EasyHandle.OptionRefused) {
        switch credentials.scheme {
        case .basic: try handle.set(CURLOPT_HTTPAUTH, basicAuthentication)
        case .digest: try handle.set(CURLOPT_HTTPAUTH, digestAuthentication)
        case .aws(let region, let service):
            try handle.set(CURLOPT_AWS_SIGV4, "aws:amz:\(region):\(service)")
        }
        try handle.set(CURLOPT_USERNAME, credentials.user)
        try handle.set(CURLOPT_PASSWORD, credentials.password)
    }
}

// `CURLAUTH_BASIC` and `CURLAUTH_DIGEST`, macros that Swift cannot read.
private let basicAuthentication = 1 << 0
private let digestAuthentication = 1 << 1
