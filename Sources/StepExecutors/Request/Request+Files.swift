import CanaryAPI
import CanaryModel

extension Request {
    /// The paths of all files that are read to send it.
    var files: [String] { bodyFiles + optionFiles }

    /// The paths of the files that its body is made of.
    var bodyFiles: [String] {
        switch body {
        case .file(let path): [path]
        case .multipart(let parts):
            parts.compactMap { if case .file(let path) = $0.content { path } else { nil } }
        case .json, .form, .text, nil: []
        }
    }

    private var optionFiles: [String] {
        let certificate = options.clientCertificate
        return [options.authorities, certificate?.file, certificate?.key].compactMap(\.self)
    }

    /// Makes sure that a flow may read them: their names may hold what a response or a page gave.
    ///
    /// - Throws: `APIError` with code `flow` where it may not.
    func checkFiles(_ access: FileAccess?) throws(APIError) {
        guard let access, let path = files.first(where: { !access.allows(path: $0) }) else { return }
        throw APIError(
            .flow,
            "\(path) lies outside of the flow's folder and the current folder",
            help: "move it there, or allow its folder with --allow-file-access DIR"
        )
    }
}
