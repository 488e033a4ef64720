import CCrypto

/// The SHA-256 digest, by libcrypto.
///
/// The report's content security policy names the digests of its style and script: nothing else may run.
enum SHA256 {
    /// The 32 bytes of the digest; empty where libcrypto has none: then the policy lets nothing run.
    static func digest(of message: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        guard EVP_Digest(message, message.count, &digest, &length, EVP_sha256(), nil) == 1 else { return [] }
        return Array(digest.prefix(Int(length)))
    }
}
