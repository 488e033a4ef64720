import CCurl

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Cookies that one request takes and its reply gives, kept by curl's rules (RFC 6265; `SameSite` is ignored).
///
/// Requests on any client may share a jar.
public final class HTTPCookieJar: Sendable {
    /// What curl keeps the cookies in; safe by its lock.
    nonisolated(unsafe) let share: UnsafeMutableRawPointer?
    private nonisolated(unsafe) let lock: UnsafeMutablePointer<pthread_mutex_t>

    /// Makes a jar.
    ///
    /// - Parameter cookies: What is in it; one that curl does not take is left out.
    public init(_ cookies: [HTTPCookie] = []) {
        lock = .allocate(capacity: 1)
        var attributes = pthread_mutexattr_t()
        pthread_mutexattr_init(&attributes)
        pthread_mutexattr_settype(&attributes, Int32(PTHREAD_MUTEX_RECURSIVE))
        pthread_mutex_init(lock, &attributes)
        pthread_mutexattr_destroy(&attributes)
        share = CurlLibrary.initialized == CURLE_OK ? curl_share_init() : nil
        guard let share, canary_share_cookies(share, lock) == CURLSHE_OK, !cookies.isEmpty else { return }
        withHandle { handle in
            for cookie in cookies where cookie.isWritable {
                curl_easy_setopt_string(handle.raw, CURLOPT_COOKIELIST, cookie.line)
            }
        }
    }

    deinit {
        if let share { curl_share_cleanup(share) }
        pthread_mutex_destroy(lock)
        lock.deallocate()
    }

    /// What is in it, in no order.
    public var cookies: [HTTPCookie] {
        withHandle { $0.lines(CURLINFO_COOKIELIST).compactMap(HTTPCookie.init) } ?? []
    }

    /// Lets an easy handle at the cookies; `nil` where there is no memory for one.
    @discardableResult
    private func withHandle<Value>(_ body: (EasyHandle) -> Value) -> Value? {
        do {
            let handle = try EasyHandle()
            try handle.set(CURLOPT_SHARE, pointer: share)
            defer { curl_easy_setopt_pointer(handle.raw, CURLOPT_SHARE, nil) }
            return body(handle)
        } catch {
            return nil  // no memory, which whatever comes next will say
        }
    }
}
