import FlowFile

extension Subcommand {
    static let run = Subcommand(
        "run",
        operands: "[PATH…]",
        operandCount: 0...Int.max,
        summary: "Run flows in a real browser.",
        detail: """
            Runs flows: files, and folders that are searched for *.canary.json5; without a PATH this folder. Every \
            file is read and checked before anything is started; variables and secrets must be set for the flows \
            that --tag and --name select. A flow file is data: what it may not do by itself is allowed with --allow-…. Prints each step as it ends, and leaves pictures, \
            result.json and reports in a folder of its own below canary-results, which the link 'latest' leads to.
            """,
        options: [
            .tag, .name, .baseURL, .variable, .environmentFile, .allowBrowserArguments,
            .allowFileAccess, .allowEnvironment, .jobs, .retries, .failOnFlaky, .failOnDegraded,
            .timeout, .failFast, .browser, .driver, .headed, .output, .evidence, .maxArtifacts, .reporter,
            .quiet, .verbose, .color,
        ],
        examples: [
            Example(line: "canary run login.canary.json5", meaning: "Run one flow."),
            Example(
                line: "PASSWORD=… canary run flows --tag smoke -j 2 --base-url https://example.com",
                meaning: "Run all flows below the folder flows that have the tag smoke, two at a time."
            ),
            Example(
                line: "canary run flows --reporter junit:build/canary.xml",
                meaning: "Write the JUnit report where the build server looks for it."
            ),
            Example(
                line: "canary run flows --reporter json:- | jq .outcome",
                meaning: "Hand the result to a program; nothing else is then written to standard output."
            ),
            Example(
                line: "canary run flows --reporter ndjson:- | jq -r .event",
                meaning: "Hand each event to a program as it happens."
            ),
        ]
    ) { arguments in
        let options = try RunOptions(arguments, of: "run")
        let flows = try FlowSource(arguments).flowsToRun()
        return try await RunSession(options: options).run { _ in flows }
    }
}
