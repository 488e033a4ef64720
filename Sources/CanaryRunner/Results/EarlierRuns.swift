import CanaryModel
import Foundation

/// The runs before this one in the same folder, newest first.
struct EarlierRuns: RunHistory {
    let folder: RunFolder

    /// How many are looked at: a flow that passed longer ago tells little.
    private static let most = 50

    func lastPassed(_ flow: String) -> (run: String, attempt: AttemptResult)? {
        for id in identifiers {
            guard let run = result(of: id),
                let passed = run.flows.first(where: { $0.name == flow && $0.outcome == .passed }),
                let attempt = passed.attempts.last
            else { continue }
            return (id, attempt)
        }
        return nil
    }

    /// A run's result; `nil` where there is none that can be read: it was cut off, or is another version's.
    private func result(of id: String) -> RunResult? {
        guard let json = FileManager.default.contents(atPath: "\(parent)/\(id)/result.json") else {
            return nil
        }
        do {
            return try RunResult(json: json)
        } catch {
            return nil  // it is no part of this run, whose failure must not depend on it
        }
    }

    func holds(_ file: String, of run: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(parent)/\(run)/\(file)")
    }

    private var parent: String { folder.path + "/.." }

    /// The identifiers of the runs before this one, the newest first: they begin with the time.
    private var identifiers: [String] {
        do {
            let second = folder.id.prefix { $0 != "Z" }
            return try FileManager.default.contentsOfDirectory(atPath: parent)
                .filter { $0 != folder.id && $0.first?.isNumber == true && $0.prefix { $0 != "Z" } <= second }
                .sorted(by: >)
                .prefix(Self.most)
                .map(\.self)
        } catch {
            return []  // as above
        }
    }
}
