import CCurl

/// libcurl itself, set up once for the process by whoever needs it first.
enum CurlLibrary {
    /// What setting it up came to; `CURLE_OK` where it can be used.
    static let initialized = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    /// Whether it was built to find the system's certificates in one file.
    static let hasCertificateFile = curl_version_info(CURLVERSION_SEVENTH)?.pointee.cainfo != nil
}
