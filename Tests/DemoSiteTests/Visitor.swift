import CanaryHTTP
import DemoSite
import Foundation

/// A visitor of a site: sends requests and keeps the session's cookie, as a browser does.
struct Visitor {
    let site: DemoSite
    let client = HTTPClient()
    var cookie: String?

    init(_ site: DemoSite) {
        self.site = site
    }

    mutating func send(
        _ method: String = "GET",
        _ path: String,
        headers: [HTTPHeader] = [],
        body: Data? = nil,
        within time: Duration = .seconds(20)
    ) async throws -> HTTPResponse {
        let cookies = cookie.map { [HTTPHeader(name: "Cookie", value: "session=\($0)")] } ?? []
        let request = HTTPRequest(
            method: method,
            url: site.baseURL + path,
            headers: cookies + headers,
            body: body
        )
        let response = try await client.send(request, deadline: .now + time)
        if let set = response.headers["Set-Cookie"], let value = set.firstMatch(of: /^session=([^;]*)/) {
            cookie = value.1.isEmpty ? nil : String(value.1)
        }
        return response
    }

    mutating func post(
        _ path: String,
        _ form: KeyValuePairs<String, String>,
        headers: [HTTPHeader] = []
    ) async throws -> HTTPResponse {
        let pairs = form.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }
        let type = HTTPHeader(name: "Content-Type", value: "application/x-www-form-urlencoded")
        return try await send(
            "POST",
            path,
            headers: [type] + headers,
            body: Data(pairs.joined(separator: "&").utf8)
        )
    }

    /// The CSRF token of the form on a page.
    mutating func token(on path: String) async throws -> String {
        let page = try await send("GET", path).text
        return page.firstMatch(of: /(?:name|id)="csrf" value="([^"]+)"/).map { String($0.1) } ?? ""
    }

    mutating func signIn(
        user: String = "canary-test@example.com",
        password: String = "correct horse",
        next: String = ""
    ) async throws -> HTTPResponse {
        let token = try await token(on: "/login")
        let form: KeyValuePairs = ["csrf": token, "next": next, "username": user, "password": password]
        return try await post("/login", form)
    }
}

extension HTTPResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
}
