import Foundation

/// The JSON API.
extension Application {
    func health(_ request: DemoSite.Request) -> Response {
        .json(Array(#"{"status":"ok","version":"1.0.0"}"#.utf8))
    }

    func metrics(_ request: DemoSite.Request) -> Response {
        authorized(request) { _ in .json(Asset.bytes("metrics.json") ?? []) }
    }

    func activity(_ request: DemoSite.Request) -> Response {
        authorized(request) { _ in .json(Asset.bytes("activity.json") ?? []) }
    }

    func renameWorkspace(_ request: DemoSite.Request) -> Response {
        changed(request) { session, form in
            guard let name = form["name"], !name.isEmpty else { return false }
            sessions.update(session) { $0.workspace = name }
            return true
        }
    }

    func deleteKey(_ request: DemoSite.Request) -> Response {
        changed(request) { session, form in
            guard let key = form["key"], session.keys.contains(key) else { return false }
            sessions.update(session) { $0.keys.removeAll { $0 == key } }
            return true
        }
    }

    /// What arrived, as JSON.
    func echo(_ request: DemoSite.Request) -> Response {
        struct Echo: Encodable {
            let method: String
            let path: String
            let query: [String: String]
            let headers: [String: String]
            let body: String
        }
        let echo = Echo(
            method: request.method,
            path: request.path,
            query: Dictionary(request.query.all.map { ($0.name, $0.value) }) { first, _ in first },
            headers: Dictionary(request.headers.map { ($0.name.lowercased(), $0.value) }) { $0 + ", " + $1 },
            body: request.text
        )
        do {
            return .json(Array(try JSONEncoder().encode(echo)))
        } catch {
            return .json(status: 500, Array(#"{"error":"the request cannot be written as JSON"}"#.utf8))
        }
    }

    private func authorized(
        _ request: DemoSite.Request,
        _ answer: (Sessions.Session) -> Response
    ) -> Response {
        guard let session = session(of: request), session.user != nil else {
            return .json(status: 401, Array(#"{"error":"sign in first"}"#.utf8))
        }
        return answer(session)
    }

    private func changed(
        _ request: DemoSite.Request,
        _ change: (Sessions.Session, DemoSite.FormFields) -> Bool
    ) -> Response {
        authorized(request) { session in
            guard request.header("X-CSRF-Token") == session.csrfToken else {
                return .json(status: 403, Array(#"{"error":"the CSRF token is missing or wrong"}"#.utf8))
            }
            guard change(session, request.form) else {
                return .json(status: 422, Array(#"{"error":"nothing to change"}"#.utf8))
            }
            return .json(Array("{}".utf8))
        }
    }
}
