import Foundation
import WebDriver

// Scripts of our own run in worlds of their own where the driver knows the DevTools protocol: whatever a page has made
// of what JavaScript and the browser provide, they find it untouched. A world is made in 2 ms once for each document; a
// call of a script that it keeps takes 3 ms, where `execute` takes 6 to 10, and needs no switch into a frame, for which
// the driver waits until it is loaded.

extension Page {
    /// Runs a script of our own in the current frame.
    ///
    /// - Parameters:
    ///   - script: The script.
    ///   - arguments: Its arguments.
    ///   - deadline: When to give up.
    ///   - isVital: Whether the page counts as unresponsive where the answer is overdue; otherwise nothing is made of it.
    /// - Returns: What it answered; `nil` where a dialog is in the way.
    /// - Throws: `WebDriverError`, transient where the document went away; ``BrowserError`` with code `unsupported` where
    ///   the driver has no DevTools and the page has changed what the script needs.
    func run<Value: Decodable & Sendable>(
        _ script: OwnScript,
        _ arguments: [any Encodable & Sendable] = [],
        until deadline: ContinuousClock.Instant,
        isVital: Bool = true
    ) async throws -> Value? {
        if let frame = try await worldFrame(until: deadline) {
            return try await call(script, arguments, in: frame, until: deadline, isVital: isVital)
        }
        if isVital { try await limitScripts(until: deadline) }
        let command =
            script.isAsynchronous
            ? Command<Value?>.executeAsync(script.body, arguments: arguments)
            : Command<Value?>.executeSync(script.body, arguments: arguments)
        do {
            return try await transmit(command, until: deadline, isVital: isVital)
        } catch let error as WebDriverError where error.code == .javascriptError && !hasDevTools {
            throw BrowserError(brokenByPage: error.message)
        }
    }

    /// Runs a script of our own in the world of a frame.
    ///
    /// - Returns: What it answered; `nil` where a dialog is in the way.
    /// - Throws: `WebDriverError`, transient where the document went away.
    func call<Value: Decodable & Sendable>(
        _ script: OwnScript,
        _ arguments: [any Encodable & Sendable],
        in frame: String,
        until deadline: ContinuousClock.Instant,
        isVital: Bool = true
    ) async throws -> Value? {
        try await awaitAnswer(until: deadline, isVital: isVital)
        let start = ContinuousClock.now
        for _ in 1...2 {
            guard let world = try await world(of: frame, until: deadline, isVital: isVital) else {
                return nil
            }
            let call = WorldCall(script, try Self.encoded(arguments, for: world), in: world)
            let reply: WorldReply?
            do {
                let command = Command<WorldReply?>.executeCDP("Runtime.callFunctionOn", call)
                reply = try await transmit(command, until: deadline, isVital: isVital)
            } catch let error as WebDriverError where error.isContextGone {
                devTools.worlds[frame] = nil
                // One that was known may have gone long ago; what went away meanwhile is asked again by the caller.
                if world.isNew || start.duration(to: .now) > Self.longestProbe { break }
                continue
            }
            guard let reply else { return nil }
            switch reply.outcome {
            case .answer(let text, let told, let nodes):
                devTools.worlds[frame, default: world].scripts.insert(script.name)
                guard nodes.count == told.count else {
                    throw Self.worldError(
                        .malformedReply(excerpt: ""),
                        "it lists other elements than it names"
                    )
                }
                let references = devTools.worlds[frame]?.take(nodes, told, in: frame) ?? [:]
                return try Self.decoded(text, references)
            case .stale:
                devTools.worlds[frame]?.scripts.insert(script.name)
                throw Self.worldError(.staleElementReference, "the element is no longer in its document")
            case .thrown(let error):
                throw Self.worldError(.javascriptError, error)
            case .elsewhere: devTools.worlds[frame] = nil
            }
        }
        throw Self.worldError(.noSuchExecutionContext, "the document went away")
    }

    /// So long the browser takes at the most to say that a world has gone.
    private static let longestProbe = Duration.milliseconds(150)

    /// The frame in whose world scripts of our own run now; `nil` where they are run by the session.
    private func worldFrame(until deadline: ContinuousClock.Instant) async throws -> String? {
        guard hasDevTools else { return nil }
        guard context.frame == [] || context.frame == nil else { return context.lookFrame }
        return try await topFrame(until: deadline)
    }

    /// The top frame of the window; `nil` where the driver does not know the DevTools protocol.
    func topFrame(until deadline: ContinuousClock.Instant) async throws -> String? {
        if let known = devTools.topFrame { return known }
        devTools.topFrame = try await byDevTools { try await frameTree(until: deadline) }??.frame.id
        return devTools.topFrame
    }

    /// Asks which world the current frame has now, where it may have got another document: to ask in one that has gone
    /// takes the driver 15 ms, this takes 2.
    func renewWorld(until deadline: ContinuousClock.Instant) async throws {
        try await awaitAnswer(until: deadline)
        guard let frame = try await worldFrame(until: deadline), devTools.worlds[frame] != nil else { return }
        try await renewWorld(of: frame, until: deadline)
    }

    /// The world in a frame, made where there is none.
    ///
    /// - Returns: The world; `nil` where a dialog is in the way.
    /// - Throws: `WebDriverError`, transient where the frame has gone.
    private func world(
        of frame: String,
        until deadline: ContinuousClock.Instant,
        isVital: Bool
    ) async throws -> World? {
        if let known = devTools.worlds[frame] { return known }
        return try await renewWorld(of: frame, until: deadline, isVital: isVital)
    }

    /// Asks which world a frame has now: another one where it has got another document.
    @discardableResult
    func renewWorld(
        of frame: String,
        until deadline: ContinuousClock.Instant,
        isVital: Bool = true
    ) async throws -> World? {
        let parameters = ["frameId": frame, "worldName": "canary"]
        let command = Command<IsolatedWorld?>.executeCDP("Page.createIsolatedWorld", parameters)
        do {
            guard let made = try await transmit(command, until: deadline, isVital: isVital) else {
                return nil
            }
            if let known = devTools.worlds[frame], known.context == made.executionContextId { return known }
            devTools.lastToken += 1
            let world = World(context: made.executionContextId, token: devTools.lastToken)
            devTools.worlds[frame] = world
            return world
        } catch let error as WebDriverError where error.isFrameGone {
            devTools.worlds[frame] = nil
            if devTools.topFrame == frame { devTools.topFrame = nil }
            throw Self.worldError(.targetFrameDetached, error.message)
        }
    }

    /// Sends a command; where it is not vital, nothing is made of an answer that is overdue.
    func transmit<Response>(
        _ command: Command<Response>,
        until deadline: ContinuousClock.Instant,
        isVital: Bool
    ) async throws -> Response {
        if isVital { return try await attempt(command, until: deadline) }
        return try await live.session.send(command, deadline: deadline)
    }

    private static func encoded(
        _ arguments: [any Encodable & Sendable],
        for world: World
    ) throws -> String {
        let encoder = JSONEncoder()
        if let key = CodingUserInfoKey.elementReferences { encoder.userInfo[key] = world.numbers }
        return String(decoding: try encoder.encode(ScriptArguments(arguments: arguments)), as: UTF8.self)
    }

    private static func decoded<Value: Decodable>(
        _ text: String,
        _ references: [String: String]
    ) throws -> Value? {
        let decoder = JSONDecoder()
        if let key = CodingUserInfoKey.elementReferences { decoder.userInfo[key] = references }
        do {
            return try decoder.decode(Value?.self, from: Data(text.utf8))
        } catch {
            throw worldError(.malformedReply(excerpt: String(text.prefix(100))), "\(error)")
        }
    }

    private static func worldError(_ code: WebDriverError.Code, _ message: String) -> WebDriverError {
        WebDriverError(code: code, command: "Runtime.callFunctionOn", message: message)
    }
}

private struct IsolatedWorld: Decodable, Sendable {
    let executionContextId: Int
}

/// Arguments of any types as a JSON array.
private struct ScriptArguments: Encodable {
    let arguments: [any Encodable & Sendable]

    func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        for argument in arguments { try argument.encode(to: list.superEncoder()) }
    }
}

extension WebDriverError {
    /// Whether the world that a script was to run in, or ran in, has gone with its document.
    ///
    /// chromedriver 156 says `timeout` and no more, and of a page that does not load in time for how long it has waited.
    fileprivate var isContextGone: Bool {
        code == .noSuchExecutionContext || (code == .timeout && message == "timeout")
            || (code == .timeout && message.isEmpty) || (isTransient && code != .staleElementReference)
    }

    /// Whether there is no such frame, or another process draws it.
    var isFrameGone: Bool { fullMessage.contains("No frame for given id found") }
}
