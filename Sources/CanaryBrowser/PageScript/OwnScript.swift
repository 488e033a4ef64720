import WebDriver

/// A script of our own that runs in pages, in the forms in which it is sent.
struct OwnScript: Sendable {
    /// What a world keeps it by.
    let name: String
    /// As a function body for `execute`, in the world of the page's own scripts.
    let body: PreparedScript
    /// As a function that keeps it in a world of our own, and runs it there.
    let keeping: String
    /// Whether its last argument is a callback for its answer.
    let isAsynchronous: Bool
    /// Whether its answer may hold elements.
    let tellsElements: Bool

    /// Makes one of a function body.
    init(_ name: String, _ source: String, isAsynchronous: Bool, tellsElements: Bool) {
        (self.name, self.isAsynchronous, self.tellsElements) = (name, isAsynchronous, tellsElements)
        body = PreparedScript(PageScript.untouchedSource + source)
        keeping = """
            function(name, text, token, isNew) {
            const key = Symbol.for("canary.world");
            \(PageScript.worldSource)
            if (isNew) Object.defineProperty(globalThis, key, { value: makeWorld(token), configurable: true });
            const world = globalThis[key];
            if (world?.token !== token) return undefined;
            const script = function() { \(source) };
            const [isAsynchronous, tellsElements] = [\(isAsynchronous), \(tellsElements)];
            world.keep(name, { script, isAsynchronous, tellsElements });
            return world.run(name, text);
            }
            """
    }

    /// A function that runs one that the world keeps.
    static let running = """
        function(name, text, token) {
        const world = globalThis[Symbol.for("canary.world")];
        return world?.token === token ? world.run(name, text) : undefined;
        }
        """
}
