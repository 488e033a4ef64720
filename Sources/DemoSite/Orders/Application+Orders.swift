import Foundation

/// The orders API: JSON below `/api/orders` and `/api/jobs`, errors as problem details (RFC 9457).
///
/// All of it needs the token of the site (`Authorization: Bearer …`), but for the list, which whoever has signed in sees
/// too. `?delay=MS` answers so much later, `?fail=STATUS` with that status.
extension Application {
    func isOfOrders(_ request: DemoSite.Request) -> Bool {
        ["/api/orders", "/api/jobs"].contains { request.path == $0 || request.path.hasPrefix($0 + "/") }
    }

    /// How a request of this API asks to be treated.
    func wantedEffects(of request: DemoSite.Request) -> [DemoSite.Effect] {
        guard isOfOrders(request), let delay = request.query["delay"].flatMap({ Int($0) }) else { return [] }
        return [.delay(.milliseconds(min(max(delay, 0), 60_000)))]
    }

    func orders(_ request: DemoSite.Request) -> Response {
        guard mayUseOrders(request) else {
            return problem(401, "A bearer token is needed", request).with("WWW-Authenticate", "Bearer")
        }
        if let status = request.query["fail"].flatMap({ Int($0) }), (400...599).contains(status) {
            return problem(status, "The request asked for this failure", request)
        }
        let parts = request.path.split(separator: "/").dropFirst().map(String.init)
        switch (request.method, parts.count) {
        case ("GET", 1) where parts[0] == "orders": return listOrders(request)
        case ("POST", 1) where parts[0] == "orders": return createOrder(request)
        case ("GET", 2) where parts[0] == "orders": return order(parts[1], request)
        case ("PATCH", 2) where parts[0] == "orders": return changeOrder(parts[1], request)
        case ("DELETE", 2) where parts[0] == "orders":
            return store.delete(parts[1])
                ? Response(status: 204, type: nil, body: []) : missing(parts[1], request)
        case ("POST", 3) where parts[0] == "orders" && parts[2] == "shipment":
            return ship(parts[1], request)
        case ("GET", 2) where parts[0] == "jobs": return job(parts[1], request)
        default: return problem(404, "There is no such resource", request)
        }
    }

    private func mayUseOrders(_ request: DemoSite.Request) -> Bool {
        if request.header("Authorization") == "Bearer \(apiToken)" { return true }
        return request.method == "GET" && request.path == "/api/orders"
            && session(of: request)?.user != nil
    }

    /// A page of the orders, the newest first, as `status` and `customerId` choose them.
    private func listOrders(_ request: DemoSite.Request) -> Response {
        struct Page: Encodable {
            let items: [Order]
            let page, perPage, total: Int
            let next: String?
        }
        let page = max(1, request.query["page"].flatMap { Int($0) } ?? 1)
        let size = min(max(1, request.query["perPage"].flatMap { Int($0) } ?? 20), 100)
        let chosen = store.all.filter { order in
            let isOfStatus = request.query["status"].map { $0 == order.status.rawValue } ?? true
            return isOfStatus && (request.query["customerId"].map { $0 == order.customerId } ?? true)
        }
        let shown = chosen.dropFirst((page - 1) * size).prefix(size)
        let hasMore = page * size < chosen.count
        return json(
            200,
            Page(
                items: Array(shown),
                page: page,
                perPage: size,
                total: chosen.count,
                next: hasMore ? "/api/orders?page=\(page + 1)&perPage=\(size)" : nil
            )
        )
    }

    private func createOrder(_ request: DemoSite.Request) -> Response {
        guard request.header("Content-Type")?.hasPrefix("application/json") == true else {
            return problem(415, "The body must be application/json", request)
        }
        let draft: Order.Draft
        do {
            draft = try JSONDecoder().decode(Order.Draft.self, from: Data(request.body))
        } catch {
            return problem(400, "The body is not an order", request)
        }
        let mistakes = draft.mistakes
        guard mistakes.isEmpty else {
            return problem(422, "The order is not valid", request, mistakes: mistakes)
        }
        let key = request.header("Idempotency-Key")
        guard let (order, isReplayed) = store.create(draft, key: key, body: request.body) else {
            return problem(409, "The idempotency key was used for another order", request)
        }
        let response = json(201, order).with("Location", "/api/orders/\(order.id)").with(
            "ETag",
            order.entityTag
        )
        return isReplayed ? response.with("Idempotency-Replayed", "true") : response
    }

    private func order(_ id: String, _ request: DemoSite.Request) -> Response {
        guard let order = store.find(id) else { return missing(id, request) }
        if request.header("If-None-Match") == order.entityTag {
            return Response(status: 304, type: nil, body: []).with("ETag", order.entityTag)
        }
        return json(200, order).with("ETag", order.entityTag)
    }

    private func changeOrder(_ id: String, _ request: DemoSite.Request) -> Response {
        let change: Order.Change
        do {
            change = try JSONDecoder().decode(Order.Change.self, from: Data(request.body))
        } catch {
            return problem(400, "The body does not change an order", request)
        }
        do {
            let order = try store.update(id, ifMatch: request.header("If-Match")) { order in
                order.status = change.status ?? order.status
                order.note = change.note ?? order.note
            }
            return json(200, order).with("ETag", order.entityTag)
        } catch {
            switch error {
            case .missing: return missing(id, request)
            case .changedMeanwhile: return problem(412, "The order was changed meanwhile", request)
            }
        }
    }

    private func ship(_ id: String, _ request: DemoSite.Request) -> Response {
        guard let job = store.startShipment(of: id) else { return missing(id, request) }
        return json(202, ["id": job.id, "state": job.state]).with("Location", "/api/jobs/\(job.id)")
            .with("Retry-After", "1")
    }

    private func job(_ id: String, _ request: DemoSite.Request) -> Response {
        guard let job = store.look(at: id) else { return problem(404, "There is no job \(id)", request) }
        return json(200, ["id": job.id, "state": job.state, "order": job.order])
    }

    private func missing(_ id: String, _ request: DemoSite.Request) -> Response {
        problem(404, "There is no order \(id)", request)
    }

    /// An answer that says what is wrong (RFC 9457).
    private func problem(
        _ status: Int,
        _ detail: String,
        _ request: DemoSite.Request,
        mistakes: [String: String]? = nil
    ) -> Response {
        struct Problem: Encodable {
            let type = "about:blank"
            let title, detail, instance: String
            let status: Int
            let errors: [String: String]?
        }
        let problem = Problem(
            title: Response.reason(status),
            detail: detail,
            instance: request.path,
            status: status,
            errors: mistakes
        )
        return json(status, problem, type: "application/problem+json")
    }

    private func json(
        _ status: Int,
        _ value: some Encodable,
        type: String = "application/json"
    ) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            let body = try encoder.encode(value)
            return Response(status: status, type: type, body: Array(body)).with("Cache-Control", "no-store")
        } catch {
            return .text(status: 500, "the answer cannot be written as JSON")
        }
    }
}
