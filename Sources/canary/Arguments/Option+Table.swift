import CanaryReport

extension Option {
    // What a run is made of.
    static let tag = Option(
        "tag",
        nil,
        "T",
        help: "Only flows with this tag; given several times: with any of them."
    )
    static let name = Option(
        "name",
        nil,
        "GLOB",
        help: "Only flows whose name fits, as in 'log*'; given several times: any of them."
    )
    static let baseURL = Option(
        "base-url",
        nil,
        "URL",
        help: "The site to run against, in place of each flow's baseURL; sets ${BASE_URL} too."
    )
    static let variable = Option(
        "var",
        nil,
        "K=V",
        help: "Set the variable ${K} to V, in place of what a flow says; may be given several times."
    )
    static let environmentFile = Option(
        "env-file",
        nil,
        "FILE",
        help: "Read variables from FILE, lines of KEY=value; the environment overrides them."
    )

    // What flows may do.
    static let allowBrowserArguments = Option(
        "allow-browser-args",
        help: """
            Let flows give the browser arguments that start programs, load code, open ports, read or write files, or \
            switch its sandbox off.
            """
    )
    static let allowFileAccess = Option(
        "allow-file-access",
        nil,
        "DIR",
        help: """
            Let flows open, upload and use files of DIR too, beside those of their own folder and of this one; may be \
            given several times.
            """
    )
    static let allowEnvironment = Option(
        "allow-env",
        nil,
        "NAME",
        help: """
            Let flows read the environment variable NAME without naming it in 'secrets', though it ends in KEY, TOKEN, \
            SECRET, PASSWORD or CREDENTIALS; may be given several times.
            """
    )

    // How it is run.
    static let jobs = Option(
        "jobs",
        "j",
        "N",
        help: "Run N flows in parallel, each in its own browser (default: 1)."
    )
    static let retries = Option(
        "retries",
        nil,
        "N",
        help: """
            Run a flow that failed up to N times more, in place of what each flow says (0 to 10); where that helps it \
            is called flaky.
            """
    )
    static let failOnFlaky = Option(
        "fail-on-flaky",
        help: "End with 1 where a flow passed only when it was run again."
    )
    static let failOnDegraded = Option(
        "fail-on-degraded",
        help: "End with 1 where a flow passed and is degraded: a `warn` of it did not hold."
    )
    static let timeout = Option(
        "timeout",
        nil,
        "TIME",
        help: "The time for all steps of a flow (90s, 2m), in place of what each flow says."
    )
    static let failFast = Option("fail-fast", help: "Start no further flow after one that did not pass.")

    // What runs it.
    static let browser = Option(
        "browser",
        nil,
        "PATH",
        help: "The browser to use (default: found on this machine)."
    )
    static let driver = Option(
        "driver",
        nil,
        "PATH|URL",
        help: "The chromedriver to use, or the URL of a WebDriver server that is up already."
    )
    static let headed = Option("headed", help: "Show the browser's window.")

    // What comes out.
    static let evidence = Option(
        "evidence",
        nil,
        "NAME=on|off",
        help: """
            Keep this or not, in place of what each flow says: screenshots (also =failures), console, har, bodies, \
            dom; may be given several times.
            """
    )
    static let output = Option(
        "output",
        "o",
        "DIR",
        help: "Where results are kept, a folder for every run (default: canary-results)."
    )
    static let reporter = Option(
        "reporter",
        nil,
        "NAME[:FILE]",
        help: """
            Write the report NAME (\(Reporter.names)) into the run's folder, or to FILE, where - is standard \
            output; may be given several times (default: all of them, github only in a job of GitHub Actions). \
            result.json and events.ndjson are always kept. ndjson is each event as it happens, github annotations \
            and the summary of a job, and no file.
            """
    )
    static let maxArtifacts = Option(
        "max-artifacts",
        nil,
        "SIZE",
        help: """
            Keep a run's evidence within SIZE (50MB, 1GB; default: 200MB): pictures of passed steps give way first, \
            then traffic and console, and what shows a failure last.
            """
    )
    static let quiet = Option("quiet", "q", help: "Print only what went wrong, and the summary.")
    static let verbose = Option(
        "verbose",
        "v",
        help: "Print the steps of groups too, and on standard error every command to the browser."
    )
    static let color = Option(
        "color",
        nil,
        "WHEN",
        help: "Colours: auto (on a terminal, unless NO_COLOR is set), always or never."
    )

    // The demo.
    static let broken = Option(
        "broken",
        help: "Run a flow that fails on purpose, to see its report; ends with 1."
    )
    static let serve = Option("serve", help: "Only keep the demo site up, until Ctrl-C.")
    static let port = Option("port", nil, "N", help: "The port of the demo site (default: a free one).")
    static let responseTime = Option(
        "response-time",
        nil,
        "TIME",
        help: "How long the demo site itself takes over one sign-in (default: no time)."
    )

    // Everywhere.
    static let help = Option("help", "h", help: "Show this help.")
    static let version = Option("version", "V", help: "Show the version.")
}
