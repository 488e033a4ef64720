import CCrypto

/// The SHA-256 digest, by libcrypto.
package enum SHA256 {
    /// The 32 bytes of the digest; empty where libcrypto has none, which is no digest of anything.
    package static func digest(of message: [UInt8]) -> [UInt8] {
        var context = SHA256_CTX()
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        guard SHA256_Init(&context) == 1, SHA256_Update(&context, message, message.count) == 1,
            SHA256_Final(&digest, &context) == 1
        else { return [] }
        return digest
    }
}
