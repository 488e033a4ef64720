public import Testing

/// Says of tests that they start a browser by themselves: each case holds a slot for it, and is left out of the fast
/// tests.
public struct BrowserTrait: TestTrait, SuiteTrait, TestScoping {
    /// A suite hands it on to its tests.
    public let isRecursive = true

    /// Holds a slot for a browser while a case runs.
    public func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @Sendable () async throws -> Void
    ) async throws {
        try await BrowserSlots.withSlot { try await function() }
    }
}

extension Trait where Self == BrowserTrait {
    /// The test starts a browser by itself.
    public static var browser: Self { Self() }
}
