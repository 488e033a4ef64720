import Synchronization

/// Keeps the pictures of a run within a number of bytes: the oldest of steps that passed give way first.
///
/// Pictures of steps that did not pass stay, whatever they take.
final class ArtifactBudget: Sendable {
    fileprivate struct Picture {
        let path: String
        let size: Int
        let flow: String
        let isPassed: Bool
    }

    fileprivate struct State {
        var pictures: [Picture] = []
        var size = 0
        var passedFlows: Set<String> = []
        var removed: Set<String> = []
    }

    private let limit: Int
    private let state = Mutex(State())

    /// Makes a budget of so many bytes.
    init(bytes limit: Int) { self.limit = limit }

    /// Takes in a picture that was written.
    ///
    /// - Parameters:
    ///   - path: Its path in the run's folder.
    ///   - size: Its size in bytes.
    ///   - flow: The flow that it is of.
    ///   - isPassed: Whether its step passed.
    /// - Returns: The pictures that give way to it, which the caller removes; itself may be among them.
    func keep(_ path: String, size: Int, of flow: String, isPassed: Bool) -> [String] {
        state.withLock { state in
            state.pictures.append(Picture(path: path, size: size, flow: flow, isPassed: isPassed))
            state.size += size
            var gone: [String] = []
            while state.size > limit, let index = state.indexToGive {
                let picture = state.pictures.remove(at: index)
                state.size -= picture.size
                gone.append(picture.path)
            }
            state.removed.formUnion(gone)
            return gone
        }
    }

    /// Notes that a flow passed: its pictures give way before those of flows that may still fail.
    func note(passed flow: String) { state.withLock { _ = $0.passedFlows.insert(flow) } }

    /// The pictures that gave way.
    var removed: Set<String> { state.withLock(\.removed) }
}

extension ArtifactBudget.State {
    /// The picture that gives way next; `nil` where all that are left must stay.
    fileprivate var indexToGive: Int? {
        pictures.firstIndex { $0.isPassed && passedFlows.contains($0.flow) }
            ?? pictures.firstIndex(where: \.isPassed)
    }
}
