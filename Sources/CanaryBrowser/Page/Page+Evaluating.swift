import Foundation
import WebDriver

extension Page {
    /// Runs a function body by the DevTools protocol: in whichever frame the session is, and without waiting for a
    /// document that is being loaded.
    ///
    /// - Parameters:
    ///   - body: The function body.
    ///   - argument: Its one argument.
    ///   - context: Where it runs; `nil`: in the top document, as the page's own scripts do.
    ///   - deadline: When to give up.
    /// - Returns: What it returned; `nil` where it threw.
    /// - Throws: `WebDriverError` where the driver does not know the protocol, or the context has gone.
    func evaluate<Value: Decodable & Sendable>(
        _ body: String,
        _ argument: some Encodable,
        in context: Int? = nil,
        until deadline: ContinuousClock.Instant
    ) async throws -> Value? {
        let argument = String(decoding: try JSONEncoder().encode(argument), as: UTF8.self)
        let evaluation = Evaluation(expression: "(function() {\(body)})(\(argument))", contextId: context)
        let command = Command<Evaluated<Value>>.executeCDP("Runtime.evaluate", evaluation)
        return try await attempt(command, until: deadline).result.value
    }

    /// A world of scripts of our own in a frame, which scripts of the page cannot look into.
    ///
    /// - Throws: `WebDriverError` where the frame has gone, or another process draws it.
    func isolatedWorld(in frame: String, until deadline: ContinuousClock.Instant) async throws -> Int {
        let world = ["frameId": frame, "worldName": "canary"]
        let command = Command<IsolatedWorld>.executeCDP("Page.createIsolatedWorld", world)
        return try await attempt(command, until: deadline).executionContextId
    }

    /// The frames that the page's own process draws, without the top document; those around before those inside.
    func innerFrames(until deadline: ContinuousClock.Instant) async throws -> [FrameDocument] {
        let command = Command<FrameTreeReply>.executeCDP("Page.getFrameTree")
        return try await attempt(command, until: deadline).frameTree.inner
    }
}

/// The parameters of the DevTools protocol's `Runtime.evaluate`.
private struct Evaluation: Encodable {
    let expression: String
    let contextId: Int?
    let returnByValue = true
}

private struct Evaluated<Value: Decodable & Sendable>: Decodable, Sendable {
    let result: RemoteObject

    /// `value` is there where the function returned one; an exception is an object without one.
    struct RemoteObject: Decodable, Sendable {
        let value: Value?
    }
}

private struct IsolatedWorld: Decodable, Sendable {
    let executionContextId: Int
}

private struct FrameTreeReply: Decodable, Sendable {
    let frameTree: FrameTree
}

/// A frame with those in it (`Page.FrameTree`).
private struct FrameTree: Decodable, Sendable {
    let frame: Frame
    let childFrames: [FrameTree]?

    struct Frame: Decodable, Sendable {
        let id: String
        let loaderId: String
    }

    var inner: [FrameDocument] {
        (childFrames ?? []).flatMap {
            [FrameDocument(frame: $0.frame.id, loader: $0.frame.loaderId)] + $0.inner
        }
    }
}
