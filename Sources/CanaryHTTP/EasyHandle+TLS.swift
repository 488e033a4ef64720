import CCurl

extension EasyHandle {
    /// Tells curl which certificates are right, and that it keeps what it sees of the server's.
    ///
    /// - Parameters:
    ///   - authorities: A file of certificates (PEM) that are trusted in place of the system's.
    ///   - acceptsInvalid: Whether any certificate will do.
    /// - Throws: ``OptionRefused`` where curl cannot take an option.
    func setTLS(authorities: String?, acceptsInvalid: Bool) throws(OptionRefused) {
        try set(CURLOPT_CERTINFO, true)
        // Given a folder beside the file, curl reads all certificates for each connection (25 ms) in place of once.
        if CurlLibrary.hasCertificateFile || authorities != nil { try set(CURLOPT_CAPATH, pointer: nil) }
        if let authorities { try set(CURLOPT_CAINFO, authorities) }
        if acceptsInvalid {
            try set(CURLOPT_SSL_VERIFYPEER, false)
            try set(CURLOPT_SSL_VERIFYHOST, 0)
        }
    }
}
