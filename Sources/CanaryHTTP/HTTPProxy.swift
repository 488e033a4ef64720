/// Which proxy a request goes through.
///
/// Loopback hosts are reached directly, unless the case says otherwise.
public enum HTTPProxy: Sendable, Hashable {
    /// What the variables `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy` say, read as curl does.
    case environment
    /// No proxy, whatever the environment says.
    case direct
    /// The proxy at a URL: `http://proxy.example:3128`, `socks5h://127.0.0.1:1080`.
    case server(String)
    /// The same, for loopback hosts too.
    case always(String)
}
