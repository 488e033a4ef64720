import CanaryModel
import Foundation

extension SourceExcerpt {
    /// The lines of a flow file around a place in it; `nil` where it cannot be read any more.
    init?(around position: SourcePosition) {
        // A file of which only a few lines are shown is not worth a failure when it has gone.
        guard let bytes = FileManager.default.contents(atPath: position.file) else { return nil }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.indices.contains(position.line - 1) else { return nil }
        let first = max(0, position.line - 3)
        let shown = lines[first..<min(lines.count, position.line + 2)]
        self.init(
            firstLine: first + 1,
            lines: shown.map { line in
                let text = String(decoding: line, as: UTF8.self)
                return text.hasSuffix("\r") ? String(text.dropLast()) : text
            }
        )
    }
}
