import CanaryModel

/// The keys that say how a request is sent, beside it or in the flow's `requests`.
enum RequestOptionKey: String, CaseIterable {
    case auth, cookies, followRedirects, insecure, maxBodySize, clientCertificate, key, caCertificate
    case http, proxy, resolve, traceparent, ipVersion, compressed

    /// The parameter of a step that has the same name.
    var parameter: StepParameter {
        switch self {
        case .auth: .auth
        case .cookies: .cookies
        case .followRedirects: .followRedirects
        case .insecure: .insecure
        case .maxBodySize: .maxBodySize
        case .clientCertificate: .clientCertificate
        case .key: .key
        case .caCertificate: .caCertificate
        case .http: .http
        case .proxy: .proxy
        case .resolve: .resolve
        case .traceparent: .traceparent
        case .ipVersion: .ipVersion
        case .compressed: .compressed
        }
    }
}

extension RequestOptionKey {
    /// Takes the option's value over; one with a mistake changes nothing.
    func read(_ node: JSON5Node, by file: FileDecoder, into options: inout RequestOptions) {
        switch self {
        case .auth:
            if case .bool(false) = node.value {
                options.authentication = nil
            } else {
                options.authentication = file.authentication(node) ?? options.authentication
            }
        case .cookies: options.cookies = file.cookies(node) ?? options.cookies
        case .followRedirects:
            options.maximumRedirects = file.redirects(node) ?? options.maximumRedirects
        case .insecure:
            options.acceptsInvalidCertificates =
                file.bool(node, rawValue) ?? options.acceptsInvalidCertificates
        case .maxBodySize:
            options.maximumBodySize = file.integer(node, rawValue, in: 1...1 << 30) ?? options.maximumBodySize
        case .clientCertificate:
            if let path = file.optionFile(node, rawValue) {
                options.clientCertificate = ClientCertificate(file: path)
            }
        case .key: if let path = file.optionFile(node, rawValue) { options.clientCertificate?.key = path }
        case .caCertificate: options.authorities = file.optionFile(node, rawValue) ?? options.authorities
        case .http: options.version = file.version(node) ?? options.version
        case .proxy: options.proxy = file.proxy(node) ?? options.proxy
        case .resolve: options.addresses = file.addresses(node) ?? options.addresses
        case .traceparent: options.isTraced = file.bool(node, rawValue) ?? options.isTraced
        case .ipVersion:
            options.ipVersion =
                file.integer(node, rawValue, in: 4...6).flatMap { file.ipVersion($0, node) }
                ?? options.ipVersion
        case .compressed: options.isCompressed = file.bool(node, rawValue) ?? options.isCompressed
        }
    }
}

extension FileDecoder {
    /// The options that are given, in place of those that were there before.
    func requestOptions(
        _ options: RequestOptions,
        _ given: (RequestOptionKey) -> JSON5Member?
    ) -> RequestOptions {
        var options = options
        for key in RequestOptionKey.allCases {
            if let member = given(key) { key.read(member.value, by: self, into: &options) }
        }
        if let key = given(.key), given(.clientCertificate) == nil {
            report(key, "'key' goes with 'clientCertificate'", suggestion: "name both in the same place")
        }
        return options
    }
}
