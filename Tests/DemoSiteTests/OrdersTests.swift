import CanaryHTTP
import DemoSite
import Foundation
import Testing

@Suite("The orders API") struct OrdersTests {
    private static let token = HTTPHeader(name: "Authorization", value: "Bearer demo-api-token")
    private static let json = HTTPHeader(name: "Content-Type", value: "application/json")
    private static let draft = #"{"customerId":"c1","items":[{"sku":"A","quantity":2,"price":29.99}]}"#

    /// Sends a request with the token.
    private func send(
        _ site: DemoSite,
        _ method: String,
        _ path: String,
        _ body: String? = nil,
        _ headers: [HTTPHeader] = [json]
    ) async throws -> (response: HTTPResponse, body: [String: Any]) {
        var visitor = Visitor(site)
        let response = try await visitor.send(
            method,
            "/api/" + path,
            headers: [Self.token] + headers,
            body: body.map { Data($0.utf8) }
        )
        let object = response.body.isEmpty ? nil : try JSONSerialization.jsonObject(with: response.body)
        return (response, object as? [String: Any] ?? [:])
    }

    /// How many orders a list has in all.
    private func total(_ site: DemoSite, _ path: String) async throws -> Int? {
        try await send(site, "GET", path).body["total"] as? Int
    }

    @Test("creates, reads, changes and deletes an order; what has changed meanwhile is not overwritten")
    func life() async throws {
        try await DemoSite.withSite { site in
            let made = try await send(site, "POST", "orders", Self.draft)
            #expect(made.response.status == 201 && made.body["status"] as? String == "pending")
            #expect((made.body["total"] as? NSNumber)?.decimalValue == Decimal(string: "59.98"))
            let id = try #require(made.body["id"] as? String)
            let tag = try #require(made.response.headers["ETag"])
            #expect(made.response.headers["Location"] == "/api/orders/\(id)")

            let match = HTTPHeader(name: "If-None-Match", value: tag)
            #expect(try await send(site, "GET", "orders/\(id)", nil, [match]).response.status == 304)
            let ifMatch = HTTPHeader(name: "If-Match", value: tag)
            let changed = try await send(site, "PATCH", "orders/\(id)", #"{"status":"confirmed"}"#, [ifMatch])
            #expect(changed.response.status == 200 && changed.body["version"] as? Int == 2)
            #expect(
                try await send(site, "PATCH", "orders/\(id)", #"{"note":"x"}"#, [ifMatch]).response.status
                    == 412
            )
            #expect(try await send(site, "DELETE", "orders/\(id)").response.status == 204)
            #expect(try await send(site, "DELETE", "orders/\(id)").response.status == 404)
        }
    }

    @Test("makes one order of a request that comes twice, and refuses its key for another")
    func idempotency() async throws {
        try await DemoSite.withSite { site in
            let headers = [Self.json, HTTPHeader(name: "Idempotency-Key", value: "k")]
            let first = try await send(site, "POST", "orders", Self.draft, headers)
            let second = try await send(site, "POST", "orders", Self.draft, headers)
            #expect(first.body["id"] as? String == second.body["id"] as? String)
            #expect(second.response.headers["Idempotency-Replayed"] == "true")
            let other = Self.draft.replacingOccurrences(of: "c1", with: "c2")
            #expect(try await send(site, "POST", "orders", other, headers).response.status == 409)
            #expect(try await total(site, "orders") == 1)
        }
    }

    @Test("lists the newest first, by pages and filters")
    func list() async throws {
        try await DemoSite.withSite { site in
            for number in 1...5 {
                let draft = Self.draft.replacingOccurrences(of: "c1", with: "c\(number % 2)")
                _ = try await send(site, "POST", "orders", draft)
            }
            let page = try await send(site, "GET", "orders?perPage=2&page=2").body
            let items = page["items"] as? [[String: Any]] ?? []
            #expect(items.compactMap { $0["id"] as? String } == ["ord-1003", "ord-1002"])
            #expect(page["total"] as? Int == 5 && page["next"] as? String == "/api/orders?page=3&perPage=2")
            let last = try await send(site, "GET", "orders?perPage=2&page=3").body
            #expect(last["next"] == nil)
            #expect(try await total(site, "orders?customerId=c1") == 3)
            #expect(try await total(site, "orders?status=shipped") == 0)
        }
    }

    @Test("ships an order while it is asked how far it is")
    func shipment() async throws {
        try await DemoSite.withSite { site in
            let id = try #require(try await send(site, "POST", "orders", Self.draft).body["id"] as? String)
            let job = try await send(site, "POST", "orders/\(id)/shipment")
            #expect(job.response.status == 202)
            let path = try #require(job.response.headers["Location"]?.dropFirst("/api/".count))
            var states: [String] = []
            for _ in 0..<3 {
                states.append(try await send(site, "GET", String(path)).body["state"] as? String ?? "")
            }
            #expect(states == ["queued", "running", "done"])
            let status = try await send(site, "GET", "orders/\(id)").body["status"] as? String
            #expect(status == "shipped")
        }
    }

    @Test(
        "says what is wrong as problem details",
        arguments: [
            ("POST", "orders", "{", 400), ("POST", "orders", #"{"customerId":"","items":[]}"#, 422),
            ("GET", "orders/none", nil, 404), ("GET", "jobs/none", nil, 404), ("PUT", "orders", "{}", 404),
            ("GET", "orders?fail=503", nil, 503), ("PATCH", "orders/none", "{}", 404),
        ]
    )
    func problems(_ method: String, _ path: String, _ body: String?, _ status: Int) async throws {
        try await DemoSite.withSite { site in
            let answer = try await send(site, method, path, body)
            #expect(answer.response.status == status && answer.body["status"] as? Int == status)
            #expect(answer.response.headers["Content-Type"] == "application/problem+json")
            #expect((answer.body["errors"] as? [String: String])?.count == (status == 422 ? 2 : nil))
        }
    }

    @Test("needs the token; the list is also for whoever has signed in, and stands on the dashboard")
    func access() async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            let refused = try await visitor.send("GET", "/api/orders")
            #expect(refused.status == 401 && refused.headers["WWW-Authenticate"] == "Bearer")
            _ = try await visitor.signIn()
            #expect(try await visitor.send("GET", "/api/orders").status == 200)
            #expect(try await visitor.send("DELETE", "/api/orders/x").status == 401)
        }
    }

    @Test("answers later where that is asked for")
    func delay() async throws {
        try await DemoSite.withSite { site in
            let start = ContinuousClock.now
            let response = try await send(site, "GET", "orders?delay=80").response
            #expect(response.status == 200)
            #expect(start.duration(to: .now) >= .milliseconds(80))
        }
    }
}
