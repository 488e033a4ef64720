/// A file of shared steps: a list of steps, or an object with `steps`.
struct SharedSteps {
    /// Why the file gives no steps.
    enum Problem {
        /// It cannot be read; the message says why.
        case unreadable(String)
        /// It is not JSON5; the mistakes are reported in it.
        case malformed
    }

    let source: SourceText
    let syntaxErrors: [JSON5SyntaxError]
    let root: JSON5Node?
    /// Why there is no root.
    let problem: Problem?

    init(path: String) {
        switch SourceText.read(path) {
        case .success(let source):
            let document = JSON5Document(source)
            self.source = source
            syntaxErrors = document.errors
            root = document.root
            problem = document.root == nil ? .malformed : nil
        case .failure(let diagnostic):
            source = SourceText(file: path, bytes: [])
            syntaxErrors = []
            root = nil
            problem = .unreadable(diagnostic.message)
        }
    }
}
