public import Foundation

/// A request: what is sent, and the limits its reply must keep to.
///
/// Nothing is added to what is sent but `Host`, `Accept: */*`, `Content-Length` and, where there are
/// ``credentials``, `Authorization`; a header given here replaces the one that would be added.
public struct HTTPRequest: Sendable {
    /// The method, in capitals: `GET`.
    public var method: String
    /// An absolute URL with the scheme `http` or `https`; `user:password@` in it counts as credentials.
    public var url: String
    /// The header fields, in the order they are sent.
    ///
    /// With `Accept-Encoding` the reply is decompressed, without it the body is given as it came.
    /// `Content-Length` and `Transfer-Encoding` follow from the body and are refused here.
    public var headers: [HTTPHeader]
    /// The body, sent with `Content-Length`, never in chunks; `nil` sends none.
    public var body: Data?
    /// The most bytes of the body that are taken, counted after decompression.
    public var maximumResponseSize: Int
    /// How many redirects are followed; 0 gives a 3xx back as it is.
    ///
    /// As browsers do, 301 and 302 turn POST into GET, and 303 everything but HEAD. Credentials, `Authorization`,
    /// `Proxy-Authorization`, `Cookie` and `X-Api-Key` do not follow to another origin.
    public var maximumRedirects: Int
    /// The credentials; those for basic authentication are sent at once.
    public var credentials: HTTPCredentials?
    /// Whether a certificate that does not verify, or is for another host, is accepted.
    public var acceptsInvalidCertificates: Bool
    /// Where the cookies come from that are sent beside those of the headers, and those go that replies set; `nil` keeps none.
    public var cookieJar: HTTPCookieJar?
    /// Whether it is never sent a second time where a kept connection ends before a byte of the reply has come.
    ///
    /// Otherwise it is, as a server that closes an idle connection has not seen it; POST and PATCH only within a second.
    public var isSentOnce = false
    /// How its connection is made.
    public var connection = HTTPConnectionOptions()
    /// The proxy for hosts other than loopback (`localhost`, `*.localhost`, 127.0.0.0/8, `::1`).
    public var proxy: HTTPProxy

    /// The URL without the user and the password in it, for whoever shows it.
    public var shownURL: String { RequestTarget.withoutCredentials(url) }

    /// Makes a request; the defaults are those of a plain GET.
    public init(
        method: String = "GET",
        url: String,
        headers: [HTTPHeader] = [],
        body: Data? = nil,
        maximumResponseSize: Int = 256 << 20,
        maximumRedirects: Int = 0,
        credentials: HTTPCredentials? = nil,
        acceptsInvalidCertificates: Bool = false,
        cookieJar: HTTPCookieJar? = nil,
        proxy: HTTPProxy = .environment
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.maximumResponseSize = maximumResponseSize
        self.maximumRedirects = maximumRedirects
        self.credentials = credentials
        self.acceptsInvalidCertificates = acceptsInvalidCertificates
        self.cookieJar = cookieJar
        self.proxy = proxy
    }
}
