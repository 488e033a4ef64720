import Foundation

/// An order of the API.
struct Order: Sendable, Codable {
    /// A line of an order.
    struct Item: Sendable, Codable {
        var sku: String
        var quantity: Int
        var price: Decimal
    }

    /// What becomes of an order.
    enum Status: String, Sendable, Codable {
        case pending, confirmed, shipped, cancelled
    }

    /// What a client sends to create one.
    struct Draft: Sendable, Codable {
        var customerId: String
        var items: [Item]
        var note: String?

        /// What is wrong with it, by the member that is: none where it can be created.
        var mistakes: [String: String] {
            var mistakes: [String: String] = [:]
            if customerId.isEmpty { mistakes["customerId"] = "must not be empty" }
            if items.isEmpty { mistakes["items"] = "must have at least one item" }
            for (index, item) in items.enumerated() where item.quantity < 1 {
                mistakes["items[\(index)].quantity"] = "must be at least 1"
            }
            return mistakes
        }
    }

    /// What a client sends to change one; what is left out stays.
    struct Change: Sendable, Codable {
        var status: Status?
        var note: String?
    }

    let id: String
    var customerId: String
    var items: [Item]
    var status = Status.pending
    var note: String?
    var total: Decimal
    /// ISO 8601.
    let createdAt: String
    /// How often it was changed, from 1.
    var version = 1

    init(_ draft: Draft, id: String) {
        self.id = id
        (customerId, items, note) = (draft.customerId, draft.items, draft.note)
        total = draft.items.reduce(0) { $0 + $1.price * Decimal($1.quantity) }
        createdAt = Date().formatted(.iso8601)
    }

    /// The entity tag of this version (RFC 9110, section 8.8.3).
    var entityTag: String { "\"\(id)-\(version)\"" }
}
