/// Why a request is not answered by the application: it breaks the rules of HTTP, or a limit.
struct RequestRejection: Error, Hashable {
    let status: Int
    let reason: String
}
