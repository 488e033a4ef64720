/// Writes a shell script that can be executed.
///
/// Another process writes it: a child that a test beside this one starts could inherit the file while it is open for
/// writing here, and such a file cannot be executed ("text file busy").
///
/// - Parameters:
///   - text: What it does, without the first line.
///   - path: Where it is written.
/// - Throws: `ChildProcess.Failure` where it cannot be written.
public func writeScript(_ text: String, to path: String) async throws {
    let write = #"printf '#!/bin/sh\n%s\n' "$1" >"$2" && chmod 755 "$2""#
    try await ChildProcess.run(["sh", "-c", write, "sh", text, path])
}
