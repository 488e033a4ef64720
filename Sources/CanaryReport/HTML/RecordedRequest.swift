import CanaryModel
import Foundation

/// What the report tells of a request in a HAR.
struct RecordedRequest: Sendable, Hashable {
    /// When it was sent.
    var started: Timestamp
    /// How long it took, in ms.
    var time: Double
    var method: String
    var url: String
    /// The status; 0 where nothing was answered.
    var status: Int
    /// What it was for, as the browser names it: `Document`, `Script`, `Fetch`.
    var type: String?
    /// Bytes on the wire.
    var size: Int?
    /// Why nothing was answered.
    var error: String?
    /// Whether the reply came from the browser's cache.
    var isFromCache: Bool
    /// What was sent and answered; only of one that failed.
    var exchange: RecordedExchange?

    /// Whether nothing was answered, a status that refuses it, or a reply that broke off.
    var isBad: Bool { status == 0 || status >= 400 || error != nil && error != "net::ERR_ABORTED" }

    /// The requests of a HAR in their order.
    ///
    /// - Throws: `DecodingError` where it is none.
    static func list(ofHAR data: Data) throws -> [RecordedRequest] {
        try JSONDecoder().decode(Archive.self, from: data).log.entries
    }

    private struct Archive: Decodable {
        struct Log: Decodable {
            let entries: [RecordedRequest]
        }
        let log: Log
    }
}

extension RecordedRequest: Decodable {
    private struct Request: Decodable {
        let method: String
        let url: String
    }

    private struct Response: Decodable {
        let status: Int
        let _transferSize: Int?
    }

    private enum CodingKeys: String, CodingKey {
        case started = "startedDateTime"
        case time, request, response
        case type = "_resourceType"
        case error = "_error"
        case isFromCache = "_fromCache"
    }

    init(from decoder: any Decoder) throws {
        let entry = try decoder.container(keyedBy: CodingKeys.self)
        started = try entry.decode(Timestamp.self, forKey: .started)
        time = try entry.decode(Double.self, forKey: .time)
        let request = try entry.decode(Request.self, forKey: .request)
        (method, url) = (request.method, request.url)
        let response = try entry.decode(Response.self, forKey: .response)
        (status, size) = (response.status, response._transferSize)
        type = try entry.decodeIfPresent(String.self, forKey: .type)
        error = try entry.decodeIfPresent(String.self, forKey: .error)
        isFromCache = try entry.decodeIfPresent(Bool.self, forKey: .isFromCache) ?? false
        if isBad { exchange = try RecordedExchange(from: decoder) }
    }
}
