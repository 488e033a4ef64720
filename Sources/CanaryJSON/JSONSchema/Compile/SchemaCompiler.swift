import CanaryModel
import Foundation

/// Compiles the schemas of a document, one after the other: those inside a schema wait in a queue, so that no
/// depth of the document takes stack.
struct SchemaCompiler {
    let assertsFormats: Bool
    private let document: JSONValue
    private var nodes: [SchemaNode] = []
    private var waiting: [SchemaSource] = []
    /// The schemas that are known, by JSON Pointer, with the URI that references in them start from.
    private var places: [SchemaName: (node: Int, base: SchemaURI)] = [:]
    private var resources: [SchemaName: SchemaResource] = [SchemaName(""): SchemaResource(pointer: "")]
    private var references: [SchemaReference] = []

    init(_ document: JSONValue, assertsFormats: Bool) {
        self.document = document
        self.assertsFormats = assertsFormats
    }

    /// All schemas; the first is the whole document.
    mutating func compile() throws(JSONSchemaError) -> [SchemaNode] {
        _ = add(document, at: "", base: SchemaURI(""))
        try compileWaiting()
        while let reference = references.popLast() {
            nodes[reference.node].reference = try node(of: reference)
            try compileWaiting()
        }
        var loops = SchemaLoops(nodes)
        try loops.check()
        markShared()
        return nodes
    }

    /// Adds a schema, which is compiled later; its place among the nodes.
    mutating func add(_ value: JSONValue, at pointer: String, base: SchemaURI) -> Int {
        if let place = places[SchemaName(pointer)] { return place.node }
        let node = nodes.count
        nodes.append(SchemaNode(pointer: pointer))
        places[SchemaName(pointer)] = (node, base)
        waiting.append(SchemaSource(node: node, value: value, pointer: pointer, base: base))
        return node
    }

    private mutating func compileWaiting() throws(JSONSchemaError) {
        while let source = waiting.popLast() { try compile(source) }
    }

    private mutating func compile(_ source: SchemaSource) throws(JSONSchemaError) {
        switch source.value {
        case .bool(let isAlways): nodes[source.node].isNever = !isAlways
        case .object(let object):
            var source = source
            try identify(&source)
            var node = nodes[source.node]
            for key in object.keys {
                guard let keyword = source.keyword(key) else { continue }
                try compile(keyword, of: source, into: &node)
            }
            nodes[source.node] = node
        case let other:
            let reason = "must be a schema (an object, true or false), is \(other.brief)"
            throw JSONSchemaError(reason: reason, pointer: source.pointer)
        }
    }

    /// Keeps in mind that a `$ref` is to be resolved.
    mutating func add(_ reference: SchemaReference) { references.append(reference) }

    private mutating func markShared() {
        var uses = Array(repeating: 0, count: nodes.count)
        uses[0] = 1
        for node in nodes { for schema in node.applied { uses[schema] += 1 } }
        for index in nodes.indices { nodes[index].isShared = uses[index] > 1 }
    }
}

extension SchemaCompiler {
    /// Takes in `$id` and `$anchor`: what references can lead to.
    private mutating func identify(_ source: inout SchemaSource) throws(JSONSchemaError) {
        if let keyword = source.keyword("$id") {
            source.base = try identity(keyword, in: source)
            places[SchemaName(source.pointer)] = (source.node, source.base)
        }
        guard let keyword = source.keyword("$anchor") else { return }
        let anchor = try keyword.string()
        guard anchor.wholeMatch(of: #/[A-Za-z_][A-Za-z0-9._-]*/#) != nil else {
            throw keyword.wrong("a name of letters, digits, '-', '_' and '.'")
        }
        let previous = resources[SchemaName(source.base.withoutFragment)]?.anchors[anchor]
        guard previous == nil else { throw keyword.error("\(keyword.value.brief) is there twice") }
        resources[SchemaName(source.base.withoutFragment)]?.anchors[anchor] = source.node
    }

    private mutating func identity(
        _ keyword: SchemaKeyword,
        in source: SchemaSource
    ) throws(JSONSchemaError) -> SchemaURI {
        let uri = SchemaURI(try keyword.string())
        guard (uri.fragment ?? "").isEmpty else { throw keyword.wrong("a URI without a fragment") }
        var base = source.base.resolving(uri)
        base.fragment = nil
        let name = SchemaName(base.withoutFragment)
        guard resources[name] == nil || name.text.isEmpty && source.pointer.isEmpty else {
            throw keyword.error("\(keyword.value.brief) is there twice")
        }
        resources[name] = SchemaResource(pointer: source.pointer)
        return base
    }
}

extension SchemaCompiler {
    /// The schema that a reference leads to.
    private mutating func node(of reference: SchemaReference) throws(JSONSchemaError) -> Int {
        let keyword = reference.keyword
        if reference.target.withoutFragment == SchemaDialect.metaSchemaURI {
            try addMetaSchema(for: keyword)
        }
        guard let resource = resources[SchemaName(reference.target.withoutFragment)] else {
            let uri = reference.target.withoutFragment
            throw keyword.error("leads to '\(uri)', which is not in this document; no other is read")
        }
        guard let fragment = (reference.target.fragment ?? "").removingPercentEncoding else {
            throw keyword.wrong("a URI, with two hexadecimal digits after each '%'")
        }
        if fragment.isEmpty || fragment.hasPrefix("/") {
            return try node(at: resource.pointer + fragment, for: keyword)
        }
        guard let node = resource.anchors[fragment] else {
            throw keyword.error("leads to the anchor '\(fragment)', which is not there")
        }
        return node
    }

    /// Adds the schema of schemas, at a pointer that begins with its URI, where it is asked for.
    private mutating func addMetaSchema(for keyword: SchemaKeyword) throws(JSONSchemaError) {
        let uri = SchemaDialect.metaSchemaURI
        guard resources[SchemaName(uri)] == nil else { return }
        let value: JSONValue
        do {
            value = try SchemaDialect.metaSchema()
        } catch {
            throw keyword.error("leads to a schema of schemas that is not JSON: \(error)")
        }
        _ = add(value, at: uri + "#", base: SchemaURI(""))
        try compileWaiting()
    }

    /// The schema at a JSON Pointer.
    ///
    /// One where no keyword has a schema (`/x-shared/id`) is compiled for it.
    private mutating func node(
        at pointer: String,
        for keyword: SchemaKeyword
    ) throws(JSONSchemaError) -> Int {
        if let place = places[SchemaName(pointer)] { return place.node }
        guard let value = JSONPointer.value(at: pointer, in: document) else {
            throw keyword.error("leads to '\(pointer)', where there is nothing")
        }
        var around = pointer[...]
        while let slash = around.unicodeScalars.lastIndex(of: "/") {
            around = around[..<slash]
            if let place = places[SchemaName(String(around))] {
                return add(value, at: pointer, base: place.base)
            }
        }
        return add(value, at: pointer, base: SchemaURI(""))
    }
}
