import CCurl

/// libcurl itself, set up once for the process by whoever needs it first.
enum CurlLibrary {
    /// What setting it up came to; `CURLE_OK` where it can be used.
    static let initialized = curl_global_init(Int(CURL_GLOBAL_DEFAULT))
}
