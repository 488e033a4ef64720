import CanaryModel
import Testing

@testable import FlowFile

@Suite("Arguments of the browser") struct BrowserArgumentTests {
    private func flow(_ argument: String, variables: String = "{}") -> String {
        "{ name: 'a', steps: [{ back: true }], variables: \(variables),\nbrowser: { args: ['\(argument)'] } }"
    }

    private static let help = "remove it, or run with --allow-browser-args if you trust this file"

    @Test(
        "that do more than look at pages are refused by name",
        arguments: [
            "renderer-cmd-prefix=xterm -e", "utility-cmd-prefix=x", "zygote-cmd-prefix=x", "gpu-launcher=x",
            "browser-subprocess-path=/bin/sh", "ppapi-plugin-launcher=x", "ppapi-flash-path=/x.so",
            "type=zygote",
            "load-extension=/x", "disable-extensions-except=/x", "js-flags=--logfile=/x", "no-zygote",
            "remote-debugging-port=9222", "remote-debugging-pipe", "remote-debugging-address=0.0.0.0",
            "remote-allow-origins=*", "explicitly-allowed-ports=6666", "log-net-log=/x",
            "net-log-max-size-mb=1",
            "ssl-key-log-file=/x", "log-file=/x", "enable-logging", "enable-logging=file", "user-data-dir=/x",
            "crash-dumps-dir=/x", "disk-cache-dir=/x", "trace-startup-file=/x", "trace-startup",
            "print-to-pdf=/x",
            "screenshot", "dump-dom", "no-sandbox", "disable-setuid-sandbox", "disable-gpu-sandbox",
            "disable-seccomp-filter-sandbox", "single-process", "disable-web-security",
            "allow-file-access-from-files", "some-new-sandbox", "some-new-output-file=/x",
            "enable-blink-features=MojoJS", "app=file:///etc/passwd", "homepage=file:///etc/passwd",
            "disable-features=NetworkServiceSandbox", "enable-features=A,RendererSandboxOff",
            "enable-tracing-output=/x", "memlog=all", "enable-unsafe-extension-debugging",
            "auth-server-allowlist=*",
        ]
    )
    func refused(argument: String) {
        let name = argument.prefix { $0 != "=" }
        let told = reading(flow("--" + argument)).told
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("2:19 the browser argument '--\(name)") ?? false, "\(told)")
        #expect(told.first?.hasSuffix("; " + Self.help) ?? false)
    }

    @Test(
        "are known in every spelling that ends up as one",
        arguments: [
            "-no-sandbox", "---no-sandbox", "--No-Sandbox", " --no-sandbox ", "--no-sandbox=1",
            "--no-sandbox =1",
            "--disable-gpu --no-sandbox", "--disable-gpu\\t-no-sandbox", "--lang=de --load-extension=/x",
        ]
    )
    func spellings(argument: String) {
        let told = reading(flow(argument)).told
        #expect(told.count == 1)
        #expect(told.first?.contains(" is refused: ") ?? false, "\(told)")
    }

    @Test("are refused where a variable brings them, of a flow, a fallback or the environment")
    func variables() {
        let name = "'--no-sandbox' is refused: it switches a sandbox off; " + Self.help
        let told = ["2:19 the browser argument " + name]
        #expect(reading(flow("${A}", variables: "{ A: '--no-sandbox' }")).told == told)
        #expect(reading(flow("--${A}", variables: "{ A: 'no-sandbox' }")).told == told)
        #expect(reading(flow("${A:---no-sandbox}")).told == told)
        #expect(reading(flow("${A}"), environment: ["A": "--no-sandbox"]).told == told)
    }

    @Test("that do no harm are taken, and the unknown ones are warned of")
    func taken() {
        for argument in [
            "--disable-gpu", "--lang=de", "--host-resolver-rules=MAP a b", "--enable-logging=stderr",
        ] {
            let reading = reading(flow(argument))
            #expect(reading.told == [] && reading.warnings == [])
            #expect(reading.flow?.browser.args == [argument])
        }
        let reading = reading(flow("--disable-gpuu"))
        #expect(
            reading.warnings.map(\.told) == [
                "2:19 canary does not know the browser argument '--disable-gpuu', and hands it on; "
                    + "did you mean 'disable-gpu'?"
            ]
        )
        #expect(reading.flow?.browser.args == ["--disable-gpuu"])
    }

    @Test("are all taken where they are allowed on the command line")
    func allowed() {
        let permissions = FlowPermissions(allowsBrowserArguments: true)
        let allowed = reading(flow("--no-sandbox"), permissions: permissions)
        #expect(allowed.flow?.browser.args == ["--no-sandbox"])
        #expect(
            allowed.warnings.map(\.message) == [
                "the browser argument '--no-sandbox' is allowed here: it switches a sandbox off"
            ]
        )
        let unknown = reading(flow("--zzz"), permissions: permissions)
        #expect(unknown.flow != nil && unknown.warnings.count == 1)
    }

    @Test("show no secret where they are refused")
    func secret() {
        let text =
            "{ name: 'a', secrets: ['PW'], steps: [{ back: true }],\nbrowser: { args: ['--${PW}', '--x-${PW}'] } }"
        let reading = reading(text, environment: ["PW": "sandbox-of-mine"])
        let all = (reading.diagnostics + reading.warnings).map(\.description).joined()
        #expect(!all.contains("sandbox-of-mine") && all.contains("refused"))
    }

    @Test("no table names a harmless argument that it refuses")
    func tables() {
        for name in BrowserArgument.known {
            #expect(BrowserArgument.all(in: "--" + name)[0].risk == nil, "\(name)")
        }
    }
}
