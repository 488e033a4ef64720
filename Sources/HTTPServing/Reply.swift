import CMicrohttpd
import CanaryHTTP
import Foundation

/// A response as libmicrohttpd takes it.
struct Reply {
    private let response: ServerResponse

    init(_ response: ServerResponse) { self.response = response }

    /// Has it sent on a connection whose request waits for it; false where that cannot be.
    func queue(on connection: ConnectionHandle, _ stream: ResponseStream? = nil) -> Bool {
        guard (200...599).contains(response.status) else {
            return Reply(.text("the status \(response.status) cannot be sent\n", status: 500)).queue(
                on: connection
            )
        }
        let (made, headers, status) = make(stream)
        guard let made else { return false }
        defer { microhttpd_release(made) }
        for header in headers where microhttpd_add_header(made, header.name, header.value) == 0 {
            let refusal = ServerResponse.text("the header '\(header.name)' cannot be sent\n", status: 500)
            return Reply(refusal).queue(on: connection)
        }
        return microhttpd_queue(connection.pointer, UInt32(clamping: status), made) != 0
    }

    /// Sends it at once on a connection of which nothing more is read but to throw it away, as libmicrohttpd has an answer
    /// wait for the end of the request.
    static func sendNow(_ response: ServerResponse, to descriptor: Int32) {
        guard case .data(let body) = response.body else { return }
        let fields = response.headers.map { "\($0.name): \($0.value)\r\n" }.joined()
        let head =
            "HTTP/1.1 \(response.status) Content Too Large\r\nConnection: close\r\n"
            + "Content-Length: \(body.count)\r\n\(fields)\r\n"
        let bytes = Data(head.utf8) + body
        #if canImport(Darwin)
        let flags = MSG_DONTWAIT
        #else
        let flags = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
        #endif
        // A client that does not take it is not owed more.
        _ = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, flags) }
        shutdown(descriptor, Int32(SHUT_WR))
    }

    private func make(_ stream: ResponseStream?) -> (OpaquePointer?, [HTTPHeader], Int) {
        switch response.body {
        case .data(let data):
            let made = data.withUnsafeBytes { microhttpd_response_of_bytes($0.baseAddress, $0.count) }
            return (made, response.headers, response.status)
        case .stream:
            return (stream.flatMap(Self.reader), response.headers, response.status)
        case .file(let folder, let path):
            return file(path, in: folder)
        }
    }

    private func file(_ path: String, in folder: String) -> (OpaquePointer?, [HTTPHeader], Int) {
        do throws(OpenedFile.Refusal) {
            let file = try OpenedFile(path, in: folder)
            var headers = response.headers
            if !headers.contains(where: { $0.name.lowercased() == "content-type" }) {
                headers.append(HTTPHeader(name: "Content-Type", value: FileType.named(path)))
            }
            let made = microhttpd_response_of_file(file.descriptor, file.size)
            if made == nil { close(file.descriptor) }
            return (made, headers, response.status)
        } catch {
            let refusal: ServerResponse =
                error == .missing
                ? .text("there is no such file\n", status: 404)
                : .text("no descriptors are left to open the file\n", status: 503)
            return Reply(refusal).make(nil)
        }
    }

    private static func reader(_ stream: ResponseStream) -> OpaquePointer? {
        let context = Unmanaged.passRetained(stream)
        let made = microhttpd_response_of_reader(
            { context, _, buffer, size in
                guard let context else { return microhttpd_end_with_error }
                let stream = Unmanaged<ResponseStream>.fromOpaque(context).takeUnretainedValue()
                return stream.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size))
            },
            { context in
                guard let context else { return }
                Unmanaged<ResponseStream>.fromOpaque(context).takeRetainedValue().cut()
            },
            context.toOpaque()
        )
        if made == nil { context.release() }
        return made
    }
}
