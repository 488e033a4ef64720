// What `canary check` looks at.
extension Option {
    static let status = Option(
        "status",
        nil,
        "S",
        help: "The status must be S: 200, 2xx, or several as in 200,304."
    )
    static let contains = Option(
        "contains",
        nil,
        "TEXT",
        help: "The body must have TEXT in it; may be given several times."
    )
    static let json = Option(
        "json",
        nil,
        "PATH=VALUE",
        help:
            "What the JSONPath selects must be VALUE, or there without '=VALUE'; may be given several times."
    )
    static let maxDuration = Option(
        "max-duration",
        nil,
        "TIME",
        help: "It must take no longer, redirects included (500ms, 2s)."
    )
    static let certificateDays = Option(
        "cert-days",
        nil,
        "N",
        help: "The certificate must be valid for N days more."
    )
    static let method = Option("method", "X", "M", help: "The method (default: GET, with --data POST).")
    static let header = Option(
        "header",
        "H",
        "'N: V'",
        help:
            "A header field to send; may be given several times. Its value is not shown where it says who one is."
    )
    static let data = Option(
        "data",
        "d",
        "BODY",
        help: "The body to send; with its Content-Type where it is JSON."
    )
    static let insecure = Option("insecure", "k", help: "Accept a certificate that is not valid.")
    static let checkTimeout = Option(
        "timeout",
        nil,
        "TIME",
        help: "How long one URL may take (default: 10s)."
    )
    static let format = Option("format", nil, "F", help: "What is printed: table (default) or json.")
}
