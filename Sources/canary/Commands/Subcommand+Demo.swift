import DemoSite

extension Subcommand {
    static let demo = Subcommand(
        "demo",
        summary: "See it work, against a site that comes with it.",
        detail: """
            Starts a small web application on a port of this machine, runs the flows that come with canary against \
            it in a real browser, and tells where the results are. Needs no network.
            """,
        options: [
            .broken, .serve, .port, .responseTime, .jobs, .browser, .driver, .headed, .output, .reporter,
            .maxArtifacts, .quiet,
            .verbose, .color,
        ],
        examples: [
            Example(line: "canary demo", meaning: "Sign in, use the dashboard; everything passes."),
            Example(
                line: "canary demo --broken",
                meaning: "See the report of a selector that does not match."
            ),
            Example(
                line: "canary demo --serve --port 8080",
                meaning:
                    "Keep the site up, to look at it in a browser or to run flows of your own against it."
            ),
        ]
    ) { arguments in
        let demo = try Demo(arguments)
        return try await arguments.has(.serve) ? demo.serve() : demo.run()
    }
}
