/// A flow of these steps, in the flow file's language.
public func flow(_ steps: String, cleanup: String = "", more: String = "") -> [String: String] {
    [
        "test.canary.json5": """
        { name: "test", baseURL: "${BASE_URL}", stepTimeout: "2s", \(more)
          steps: [ \(steps) ], cleanup: [ \(cleanup) ] }
        """
    ]
}
