/// The ways to test what is read of a response.
enum ResponseTestKey: String, CaseIterable {
    case equals, contains, matches, startsWith, endsWith, atLeast, atMost, lessThan, greaterThan, count, type
    case absent, each, any, isDate, isUuid, isIpv4, isIpv6, isInteger, isEmpty, via

    /// Those that say how many, or how much.
    static let numbers: [ResponseTestKey] = [.equals, .atLeast, .atMost, .lessThan, .greaterThan]
}
