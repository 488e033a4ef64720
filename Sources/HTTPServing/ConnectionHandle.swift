/// libmicrohttpd's connection.
///
/// `@unchecked`: it is used on libmicrohttpd's thread, which owns it; elsewhere it is only resumed while it is suspended,
/// which libmicrohttpd allows from any thread, and until when it does not go away.
struct ConnectionHandle: @unchecked Sendable {
    let pointer: OpaquePointer
}
