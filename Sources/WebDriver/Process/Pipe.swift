import CSpawn
import Foundation

/// A pipe whose ends no child inherits.
struct Pipe: Sendable {
    let readEnd: Int32
    let writeEnd: Int32

    /// Opens a pipe.
    init() throws(SystemCallError) {
        var (readEnd, writeEnd): (Int32, Int32) = (-1, -1)
        let failure = cspawn_pipe(&readEnd, &writeEnd)
        guard failure == 0 else { throw SystemCallError(attempt: "open a pipe", code: failure) }
        self.readEnd = readEnd
        self.writeEnd = writeEnd
    }

    /// Closes both ends.
    func close() {
        _ = Foundation.close(readEnd)
        _ = Foundation.close(writeEnd)
    }
}
