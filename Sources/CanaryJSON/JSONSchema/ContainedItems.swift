/// `contains`, with `minContains` and `maxContains`.
struct ContainedItems: Sendable {
    let schema: Int
    let minimum: Int
    let maximum: Int?
}
