import CMalloc
import Dispatch
import Foundation

@main
enum Main {
    /// Not `async`: a help or a version is printed before the runtime has threads (1 ms of 9).
    static func main() {
        cmalloc_share_arena()
        StandardStream.prepare()
        if CommandLine.arguments.isEmpty {
            // Swift reads them from there, and so does the browser much else.
            complain(
                "the arguments cannot be read, since /proc is not mounted: mount it (mount -t proc proc /proc)"
            )
            end(.error)
        }
        let words = Array(CommandLine.arguments.dropFirst())
        do throws(UsageError) {
            switch try Invocation(words) {
            case .text(let text):
                StandardStream.output.write(text)
                end(.passed)
            case .command(let command, let arguments):
                if let refusal = ThreadCheck.refusal() { refuse(refusal) }
                Task { end(await status(of: command, arguments, words)) }
                dispatchMain()
            }
        } catch {
            end(refuse(error, words))
        }
    }

    /// Does what a command line says, whatever comes of it.
    private static func status(
        of command: Subcommand,
        _ arguments: Arguments,
        _ words: [String]
    ) async -> ExitStatus {
        do {
            return try await Interruption.cancelling { try await command.perform(arguments) }
        } catch let mistake as UsageError {
            return refuse(mistake, words)
        } catch let failure as CommandFailure {
            complain(failure.message)
            return failure.status
        } catch {
            complain("\(error)")
            return .error
        }
    }

    private static func refuse(_ threads: Int32) -> Never {
        complain(
            "no threads can be started (\(String(cString: strerror(threads)))): raise the limit of processes (ulimit -u, "
                + "or that of the container)"
        )
        end(.error)
    }

    private static func refuse(_ mistake: UsageError, _ words: [String]) -> ExitStatus {
        complain("\(mistake)\nTry '\(Invocation.helpLine(for: words))'.")
        return .usage
    }

    /// Ends the process; with an error where standard output could not take all that was said.
    ///
    /// A reader that has seen enough is not an error.
    private static func end(_ status: ExitStatus) -> Never {
        guard let failure = StandardStream.output.failure, failure != EPIPE else { exit(status.code) }
        complain("standard output: \(String(cString: strerror(failure)))")
        exit((status == .passed ? .error : status).code)
    }

    private static func complain(_ text: String) {
        StandardStream.error.write("canary: \(text)\n")
    }
}
