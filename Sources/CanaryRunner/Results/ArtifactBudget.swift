package import CanaryModel
import Synchronization

/// Keeps the evidence of a run within a number of bytes: what tells least gives way first, the oldest of its kind before
/// others.
package final class ArtifactBudget: Sendable {
    /// What a file tells.
    package enum Content: Sendable {
        /// The picture of a step that passed.
        case passedStep
        /// What the console said.
        case console
        /// The network traffic.
        case network
        /// The picture of a step that did not pass, or the DOM then.
        case failedStep
    }

    fileprivate struct File {
        let path: String
        let size: Int
        let flow: String
        let content: Content
    }

    fileprivate struct State {
        /// In the order in which they were written.
        var files: [File] = []
        var size = 0
        var passedFlows: Set<String> = []
        var removed: Set<String> = []
        var removedSize = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    /// Makes a budget of so many bytes.
    package init(bytes limit: Int) { self.limit = limit }

    /// Takes in a file that was written.
    ///
    /// One that is larger than all of them may be gives way alone: others in its place would not make room for it.
    ///
    /// - Parameters:
    ///   - path: Its path in the run's folder.
    ///   - size: Its size in bytes.
    ///   - flow: The flow that it is of.
    ///   - content: What it tells.
    /// - Returns: The files that give way, which the caller removes; itself may be among them.
    package func keep(_ path: String, size: Int, of flow: String, _ content: Content) -> [String] {
        state.withLock { state in
            state.files.append(File(path: path, size: size, flow: flow, content: content))
            state.size += size
            if size > limit { return [state.giveWay(state.files.count - 1)] }
            var gone: [String] = []
            while state.size > limit, let index = state.indexToGive { gone.append(state.giveWay(index)) }
            return gone
        }
    }

    /// Notes that a flow passed: its evidence gives way before that of flows that may still fail.
    package func note(passed flow: String) { state.withLock { _ = $0.passedFlows.insert(flow) } }

    /// The paths of the files that gave way.
    package var removed: Set<String> { state.withLock(\.removed) }

    /// How much gave way; `nil` where nothing did.
    package var summary: RemovedEvidence? {
        state.withLock { state in
            state.removed.isEmpty
                ? nil : RemovedEvidence(files: state.removed.count, bytes: state.removedSize, limit: limit)
        }
    }
}

extension ArtifactBudget.State {
    /// The file that gives way next: the oldest of those that tell least.
    fileprivate var indexToGive: Int? { files.indices.min { worth(of: files[$0]) < worth(of: files[$1]) } }

    /// How much a file is worth: the lowest gives way first.
    private func worth(of file: ArtifactBudget.File) -> Int {
        switch (file.content, passedFlows.contains(file.flow)) {
        case (.passedStep, true): 0
        case (.passedStep, false): 1
        case (.console, true), (.network, true): 2
        case (.network, false): 3
        case (.console, false): 4  // far smaller than the traffic
        case (.failedStep, _): 5
        }
    }

    /// Takes a file out, and gives its path.
    fileprivate mutating func giveWay(_ index: Int) -> String {
        let file = files.remove(at: index)
        size -= file.size
        removed.insert(file.path)
        removedSize += file.size
        return file.path
    }
}
