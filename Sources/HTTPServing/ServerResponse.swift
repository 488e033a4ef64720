package import CanaryHTTP
package import Foundation

/// What a handler answers.
package struct ServerResponse: Sendable {
    /// Where the body comes from.
    package enum Body: Sendable {
        /// Bytes.
        case data(Data)
        /// A file, given by its path within a folder.
        ///
        /// Neither `..` nor a symbolic link is followed below the folder. Where there is no such regular file the
        /// answer is 404, whatever the status. Its extension gives `Content-Type`, unless the headers do.
        case file(folder: String, path: String)
        /// Parts that are sent as they come, as for server-sent events.
        ///
        /// The stream is cancelled when the client leaves or the server stops, so its `onTermination` is told.
        case stream(AsyncStream<Data>)
    }

    /// The status code, 200 to 599.
    package var status: Int
    /// The header fields; `Date`, `Content-Length` and `Connection` are added by themselves.
    package var headers: [HTTPHeader]
    /// The body.
    package var body: Body

    /// Makes a response.
    package init(status: Int = 200, headers: [HTTPHeader] = [], body: Body = .data(Data())) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A response of text; without another type it is plain.
    package static func text(
        _ text: String,
        status: Int = 200,
        type: String = "text/plain; charset=utf-8"
    ) -> ServerResponse {
        let type = HTTPHeader(name: "Content-Type", value: type)
        return ServerResponse(status: status, headers: [type], body: .data(Data(text.utf8)))
    }
}
