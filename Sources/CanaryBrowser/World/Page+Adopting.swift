import WebDriver

extension Page {
    /// Hands elements of the top document that no script can find into its world, where they lie in closed shadow trees.
    ///
    /// - Parameters:
    ///   - nodes: The browser's numbers for them (`backendNodeId`).
    ///   - deadline: When to give up.
    /// - Returns: The elements; none where the world has gone, or no script has run in it yet.
    /// - Throws: `WebDriverError` where an element is no longer in its document.
    func adopt(_ nodes: [Int], until deadline: ContinuousClock.Instant) async throws -> [Element] {
        guard let tree = try await frameTree(until: deadline), let world = devTools.worlds[tree.frame.id],
            !world.isNew
        else { return [] }
        var objects: [String] = []
        for node in nodes {
            let parameters = ["backendNodeId": node, "executionContextId": world.context]
            let command = Command<ResolvedNode>.executeCDP("DOM.resolveNode", parameters)
            objects.append(try await attempt(command, until: deadline).object.objectId)
        }
        let call = Adoption(executionContextId: world.context, arguments: objects.map(Adoption.Argument.init))
        let command = Command<AdoptionReply>.executeCDP("Runtime.callFunctionOn", call)
        let numbers = try await attempt(command, until: deadline).result.value ?? ""
        let elements = nodes.map {
            Element(reference: "f.\(tree.frame.id).d.\(tree.frame.loaderId).e.\($0)")
        }
        return devTools.worlds[tree.frame.id]?.adopt(numbers, elements) ?? []
    }
}

/// The answer of `DOM.resolveNode`.
private struct ResolvedNode: Decodable, Sendable {
    struct Object: Decodable, Sendable { let objectId: String }
    let object: Object
}

/// The parameters of `Runtime.callFunctionOn` that hand elements to a world (`world.js`).
private struct Adoption: Encodable {
    struct Argument: Encodable { let objectId: String }

    let functionDeclaration =
        "function(...found) { return globalThis[Symbol.for(\"canary.world\")]?.adopt(...found) ?? \"\"; }"
    let executionContextId: Int
    let arguments: [Argument]
    let returnByValue = true
}

private struct AdoptionReply: Decodable, Sendable {
    struct Result: Decodable, Sendable { let value: String? }
    let result: Result
}
