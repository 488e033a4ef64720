import CCrypto

/// The MD5 digest, by libcrypto: for files whose digest is published so, not for secrets.
package enum MD5 {
    /// The 16 bytes of the digest; empty where libcrypto has none.
    package static func digest(of message: [UInt8]) -> [UInt8] {
        var context = MD5_CTX()
        var digest = [UInt8](repeating: 0, count: Int(MD5_DIGEST_LENGTH))
        guard MD5_Init(&context) == 1, MD5_Update(&context, message, message.count) == 1,
            MD5_Final(&digest, &context) == 1
        else { return [] }
        return digest
    }
}
