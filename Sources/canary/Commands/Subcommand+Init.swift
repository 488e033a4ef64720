import DemoSite
import Foundation

extension Subcommand {
    static let initialize = Subcommand(
        "init",
        operands: "[DIR]",
        operandCount: 0...1,
        summary: "Write a first flow to edit.",
        detail: """
            Writes first.canary.json5, a flow with explanations, into DIR, which is made where it is missing; \
            without a DIR into this folder. A file that is there already is left as it is.
            """,
        options: [],
        examples: [Example(line: "canary init flows", meaning: "Write flows/first.canary.json5.")],
        statuses: [
            ExitStatus.Meaning(codes: "0", text: "It was written."),
            ExitStatus.Meaning(codes: "2", text: "Wrong usage, or there is such a file already."),
            ExitStatus.Meaning(codes: "4", text: "It could not be written."),
        ]
    ) { arguments in
        let path = try FirstFlow.write(into: arguments.operands.first ?? ".")
        let shown = path.contains(" ") ? "'\(path)'" : path
        StandardStream.output.write(
            """
            Wrote \(path). What next:
              canary run \(shown)       run it as it is, against example.com
              canary validate \(shown)  check it after a change
              canary doctor  see whether browser and driver are there
            Then put your own site for baseURL, and your own steps.

            """
        )
        return .passed
    }
}

/// The flow that a newcomer begins with.
enum FirstFlow {
    /// Writes it, with the folder that it goes into.
    ///
    /// - Returns: Its path.
    /// - Throws: ``CommandFailure`` where there is such a file already, or it cannot be written.
    static func write(into folder: String) throws(CommandFailure) -> String {
        let name = "first.canary.json5"
        let path = folder == "." ? name : (folder.hasSuffix("/") ? folder : folder + "/") + name
        guard let flow = DemoSite.bundledFlows.first(where: { $0.name == name }) else {
            throw .error("this build of canary has no first flow in it")
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(flow.text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        } catch CocoaError.fileWriteFileExists where FileManager.default.fileExists(atPath: path) {
            throw .usage("\(path.quoted) is there already and was left as it is; name another folder")
        } catch {
            throw .error("\(path.quoted) cannot be written: \(error.localizedDescription)")
        }
        return path
    }
}
