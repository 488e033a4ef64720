import Foundation

/// Makes a private folder with a short path, hands its path to `body`, and removes it whatever happens.
public func withTemporaryFolder<T: Sendable>(_ body: (String) async throws -> T) async throws -> T {
    var template = Array("/tmp/canary-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // A program that was killed may still be writing, so what stays is not worth failing a test.
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
}
