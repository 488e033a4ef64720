import Hashing
import Testing

@Suite("SHA256") struct SHA256Tests {
    /// Digests by `openssl dgst -sha256`.
    static let digests: [(text: String, digest: String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("ü🐤", "74dbe405feee683121c2932029d0fe7ac0d2466215aa8ae670de22bef25f8230"),
    ]

    @Test("digests are those of openssl", arguments: digests)
    func digest(_ text: String, _ digest: String) {
        let bytes = SHA256.digest(of: Array(text.utf8))
        let words = bytes.map { String($0 / 16, radix: 16) + String($0 % 16, radix: 16) }.joined()
        #expect(words == digest)
    }
}
