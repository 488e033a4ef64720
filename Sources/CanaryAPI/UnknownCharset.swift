/// A character encoding that is not known here.
struct UnknownCharset: Error {
    /// How it was named.
    let name: String
}
