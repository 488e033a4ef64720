package import CanaryHTTP
import CanaryJSON
package import CanaryModel
import CanaryXML
import Foundation

/// A response, as conditions and `save` read it.
package struct APIResponse: Sendable {
    /// The response as it came.
    package let http: HTTPResponse
    private let json: JSONBody
    /// What the domain name system answered.
    private let answers: [String]

    /// Takes a response in, or what came of a step below HTTP.
    package init(_ http: HTTPResponse, answers: [String] = []) {
        (self.http, self.answers) = (http, answers)
        json = JSONBody(http.body)
    }

    /// `201 Created`.
    package var status: String { http.reason.isEmpty ? "\(http.status)" : "\(http.status) \(http.reason)" }

    /// What is read of it.
    ///
    /// - Returns: The values: none where it is not there, several where a JSONPath selects several nodes or a header came
    ///   more than once.
    /// - Throws: ``APIError`` where the body is not JSON, or the path is not valid.
    package func values(of reading: ResponseReading) throws(APIError) -> [JSONValue] {
        switch reading {
        case .status: [.number(JSONNumber(http.status))]
        case .header(let name): http.headers.values(name).map(JSONValue.string)
        case .json(let path): try nodes(of: path).map(\.value)
        case .document: try nodes(of: "$").map(\.value)
        case .xpath(let path): try values(ofXPath: path)
        case .answer: answers.map(JSONValue.string)
        case .body, .reply: [.string(http.body.text(named: http.charset))]
        case .size: [.number(JSONNumber(http.body.count))]
        case .duration: [.number(JSONNumber(Int(http.timings.total / .milliseconds(1))))]
        case .phase(let phase):
            [.number(JSONNumber(Int(http.timings.length(of: phase) / .milliseconds(1))))]
        case .cookie(let name, let attribute): cookie(name, attribute)
        case .httpVersion: http.version.isEmpty ? [] : [.string(http.version)]
        case .redirects: [.number(JSONNumber(http.redirectCount))]
        case .effectiveURL: [.string(http.effectiveURL)]
        case .remoteAddress: http.address.isEmpty ? [] : [.string(http.address)]
        case .certificate(let field): http.certificate?.value(of: field).map { [$0] } ?? []
        }
    }

    /// What is read of it, on its way through filters: the body as its bytes.
    func filterable(_ reading: ResponseReading) throws(APIError) -> [FilteredValue] {
        switch reading {
        case .body, .reply: [.bytes(http.body, charset: http.charset)]
        default: try values(of: reading).map(FilteredValue.json)
        }
    }

    private func values(ofXPath path: String) throws(APIError) -> [JSONValue] {
        if http.body.isEmpty { throw APIError(.expectation, "the body was empty") }
        let isHTML = http.headers.values("Content-Type").contains { $0.lowercased().contains("html") }
        do {
            return try XPath(path).values(in: Array(http.body), isHTML: isHTML).map(JSONValue.init)
        } catch {
            throw error.cause == .document
                ? APIError(.expectation, "the body cannot be read: \(error.reason)")
                : APIError(.flow, error.reason)
        }
    }

    /// Whether the response, or a redirect to it, sets a cookie.
    func sets(cookie name: String) -> Bool { !cookie(name, nil).isEmpty }

    private func cookie(_ name: String, _ attribute: CookieAttribute?) -> [JSONValue] {
        guard let cookie = http.cookies.compactMap(SetCookie.init).last(where: { $0.name == name }) else {
            return []
        }
        guard let attribute else { return [.string(cookie.value)] }
        return cookie[attribute].map { [$0] } ?? []
    }

    /// JSONPaths of what is there, near to one that selects nothing.
    package func pathsNear(_ path: String) -> [String] {
        do {
            return try JSONPath(path).nearest(in: try json.value())
        } catch {
            return []  // `values(of:)` has reported it
        }
    }

    private func nodes(of path: String) throws(APIError) -> [JSONNode] {
        let query: JSONPath
        do {
            query = try JSONPath(path)
        } catch {
            throw APIError(.flow, "'\(path)' is not a valid JSONPath: \(error)")
        }
        let document: JSONValue
        do {
            document = try json.value()
        } catch {
            if http.body.isEmpty { throw APIError(.expectation, "the body was empty") }
            // curl takes what it could decompress of broken data for all of it.
            let coding =
                http.headers.values("Content-Encoding").first.map { " once decompressed (\($0))" } ?? ""
            throw APIError(.expectation, "the body was not JSON\(coding): \(error)")
        }
        do {
            return try query.nodes(in: document)
        } catch {
            throw APIError(.expectation, "\(path) selects too much: \(error)")
        }
    }
}

extension HTTPResponse {
    /// The character encoding that `Content-Type` names.
    fileprivate var charset: String? {
        let type = headers.values("Content-Type").first ?? ""
        let parameter = type.split(separator: ";").dropFirst().map { $0.trimmingCharacters(in: .whitespaces) }
            .first { $0.lowercased().hasPrefix("charset=") }
        return parameter.map { $0.dropFirst(8).trimmingCharacters(in: ["\"", "'"]) }
    }
}
