package import CanaryHTTP
package import CanaryModel

extension HTTPRequest {
    /// The request of a step, to an absolute URL.
    ///
    /// - Throws: ``APIError`` where a file of its body cannot be read.
    package init(_ request: Request, url: String, version: String) throws(APIError) {
        let (options, body) = (request.options, try request.body.map(EncodedBody.init))
        var headers = RequestHeaders(request.headers.map { HTTPHeader(name: $0.name, value: $0.value) })
        if case .bearer(let token)? = options.authentication {
            headers.add("Authorization", "Bearer \(token)")
        }
        var address = url.adding(query: request.query)
        if case .aws(let credentials)? = options.authentication {
            headers.add(credentials.headers)
            address = address.sortingQuery
        }
        headers.add("User-Agent", "canary/\(version)")
        if let body { headers.add(body) }
        if options.isCompressed { headers.add("Accept-Encoding", "gzip, deflate") }
        if options.isTraced { headers.add("traceparent", TraceParent().description) }
        self.init(
            method: request.method,
            url: address,
            headers: headers.fields,
            body: body?.data,
            maximumResponseSize: options.maximumBodySize,
            maximumRedirects: options.maximumRedirects,
            credentials: options.authentication.flatMap(HTTPCredentials.init),
            acceptsInvalidCertificates: options.acceptsInvalidCertificates,
            proxy: options.proxy.map { $0.isEmpty ? .direct : .always($0) } ?? .environment
        )
        connection = HTTPConnectionOptions(options)
        // What changes something is sent as often as the flow says, and what the server did with it is its own to tell.
        isSentOnce = !["GET", "HEAD", "OPTIONS"].contains(request.method)
    }
}

extension HTTPCredentials {
    /// `nil` for a token, which is a header.
    fileprivate init?(_ authentication: RequestAuthentication) {
        switch authentication {
        case .basic(let auth): self.init(user: auth.username, password: auth.password)
        case .digest(let auth): self.init(user: auth.username, password: auth.password, scheme: .digest)
        case .aws(let credentials):
            self.init(
                user: credentials.accessKey,
                password: credentials.secretKey,
                scheme: .aws(region: credentials.region, service: credentials.service)
            )
        case .bearer: return nil
        }
    }
}

extension HTTPConnectionOptions {
    fileprivate init(_ options: RequestOptions) {
        self.init()
        authorities = options.authorities
        (clientCertificate, clientKey) = (options.clientCertificate?.file, options.clientCertificate?.key)
        switch options.version {
        case .http1: version = .http1
        case .http2: version = .http2
        case nil: break
        }
        addresses = Dictionary(options.addresses.map { ($0.host, $0.address) }) { _, last in last }
        switch options.ipVersion {
        case .v4: family = .v4
        case .v6: family = .v6
        case nil: break
        }
    }
}

/// Header fields to which only those are added that are not there.
private struct RequestHeaders {
    private(set) var fields: [HTTPHeader]

    init(_ fields: [HTTPHeader]) { self.fields = fields }

    /// Adds the media type of a body; one that is given gets only the boundary that its parts have.
    mutating func add(_ body: EncodedBody) {
        let given = fields.firstIndex { field in
            let value = field.value.lowercased()
            return field.name.lowercased() == "content-type" && value.hasPrefix("multipart/")
                && !value.contains("boundary=")
        }
        if let given, let boundary = body.boundary { fields[given].value += "; boundary=\(boundary)" }
        add("Content-Type", body.mediaType)
    }

    mutating func add(_ fields: [HTTPHeader]) {
        for field in fields { add(field.name, field.value) }
    }

    mutating func add(_ name: String, _ value: String) {
        guard !fields.contains(where: { $0.name.lowercased() == name.lowercased() }) else { return }
        fields.append(HTTPHeader(name: name, value: value))
    }
}
