import CanaryRunner

/// The step at which a tab crashed.
struct CrashPlace: Sendable, Hashable {
    private let numbers: [Int]
    private let isCleanup: Bool

    init(_ scope: StepScope) { (numbers, isCleanup) = (scope.numbers, scope.isCleanup) }
}
