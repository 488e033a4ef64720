import Foundation

@main
enum Main {
    static func main() async {
        StandardStream.prepare()
        let status = await status(of: Array(CommandLine.arguments.dropFirst()))
        exit(checkingOutput(status).code)
    }

    /// Does what a command line says, whatever it says.
    private static func status(of words: [String]) async -> ExitStatus {
        do {
            switch try Invocation(words) {
            case .text(let text):
                StandardStream.output.write(text)
                return .passed
            case .command(let command, let arguments):
                return try await Interruption.cancelling { try await command.perform(arguments) }
            }
        } catch let mistake as UsageError {
            complain("\(mistake)\nTry '\(Invocation.helpLine(for: words))'.")
            return .usage
        } catch let failure as CommandFailure {
            complain(failure.message)
            return failure.status
        } catch {
            complain("\(error)")
            return .error
        }
    }

    /// The status, turned into an error where standard output could not take all that was said.
    ///
    /// A reader that has seen enough is no error.
    private static func checkingOutput(_ status: ExitStatus) -> ExitStatus {
        guard let failure = StandardStream.output.failure, failure != EPIPE else { return status }
        complain("standard output: \(String(cString: strerror(failure)))")
        return status == .passed ? .error : status
    }

    private static func complain(_ text: String) {
        StandardStream.error.write("canary: \(text)\n")
    }
}
