import Foundation
import WebDriver

/// Runs one session and ends in the way that its first argument names, for tests of what is left afterwards.
///
///     LeftoverProbe finish | throw | cancel | use | wait | measure [--browser PATH] [--driver PATH]
///
/// Prints `ready DRIVER-ID BROWSER-ID` when the session has started.
@main
struct LeftoverProbe {
    static func main() async {
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            let probe = LeftoverProbe(arguments)
            let installation = try await Installation.find(
                driver: probe.option("--driver"),
                browser: probe.option("--browser")
            )
            let mode = arguments.first ?? "finish"
            if mode == "measure" {
                try await probe.measure(installation)
            } else {
                try await probe.run(mode, installation)
            }
        } catch {
            say("failed \(error)")
            exit(1)
        }
    }

    private let arguments: [String]

    private init(_ arguments: [String]) {
        self.arguments = arguments
    }

    private struct Thrown: Error {}

    private func run(_ mode: String, _ installation: Installation) async throws {
        let launch = Launch(driver: .installed(installation))
        let task = Task {
            try await withSession(launch, deadline: .now + .seconds(30)) { live in
                let browser = pid_t(live.session.capabilities.processID ?? 0)
                Self.say("ready \(getpgid(browser)) \(browser)")  // a browser is in its driver's group
                switch mode {
                case "throw": throw Thrown()
                case "cancel": withUnsafeCurrentTask { $0?.cancel() }
                case "use":
                    while true {
                        _ = try await live.session.send(.getTitle, deadline: .now + .seconds(5))
                    }
                case "wait": try await Task.sleep(for: .seconds(600))
                default: break
                }
            }
        }
        _ = await task.result  // what it threw is not what is looked at
    }

    private func measure(_ installation: Installation) async throws {
        var starts: [Duration] = []
        var ends: [Duration] = []
        for _ in 0..<15 {
            let begin = ContinuousClock.now
            let launch = Launch(driver: .installed(installation))
            let (ready, done) = try await withSession(launch, deadline: .now + .seconds(30)) { live in
                let ready = ContinuousClock.now
                _ = try await live.session.send(
                    .navigate(to: "data:text/html,<h1>page"),
                    deadline: .now + .seconds(30)
                )
                _ = try await live.session.send(.takeScreenshot, deadline: .now + .seconds(30))
                return (ready, ContinuousClock.now)
            }
            starts.append(ready - begin)
            ends.append(ContinuousClock.now - done)
        }
        Self.say("start \(Self.summary(starts))  end \(Self.summary(ends))")
    }

    private static func summary(_ durations: [Duration]) -> String {
        let sorted = durations.sorted()
        let all = [sorted[sorted.count / 2], sorted[0], sorted[sorted.count - 1]]
        return "median \(all[0]) (\(all[1]) to \(all[2]))"
    }

    private func option(_ name: String) -> String? {
        arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
    }

    private static func say(_ line: String) {
        print(line)
        fflush(nil)
    }
}
