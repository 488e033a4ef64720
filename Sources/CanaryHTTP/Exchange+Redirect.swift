extension Exchange {
    /// The exchange that a reply asks for by its status and `Location` (RFC 9110, section 15.4); `nil` where
    /// it asks for none.
    ///
    /// Throws an ``HTTPError`` of the code ``HTTPError/Code/badURL`` where it leads to what is no HTTP URL.
    func redirected(by response: HTTPResponse) throws(HTTPError) -> Exchange? {
        guard [301, 302, 303, 307, 308].contains(response.status), let url = response.redirectURL else {
            return nil
        }
        var next = request
        next.url = url
        let becomesGet =
            response.status == 303
            ? request.method != "HEAD" : response.status < 303 && request.method == "POST"
        if becomesGet {
            next.method = "GET"
            next.body = nil
            next.headers.removeAll { $0.name.lowercased().hasPrefix("content-") }
        }
        let exchange = try Exchange(next, deadline: deadline)
        return exchange.target == target ? exchange : try Exchange(next.withoutSecrets, deadline: deadline)
    }

    /// The URL as it may be shown.
    var url: String { RequestTarget.withoutCredentials(request.url) }
}

extension HTTPRequest {
    /// The request without what is meant for its own origin only.
    fileprivate var withoutSecrets: HTTPRequest {
        var request = self
        request.credentials = nil
        (request.connection.clientCertificate, request.connection.clientKey) = (nil, nil)
        request.headers.removeAll {
            ["authorization", "proxy-authorization", "cookie", "x-api-key"].contains($0.name.lowercased())
        }
        return request
    }
}
