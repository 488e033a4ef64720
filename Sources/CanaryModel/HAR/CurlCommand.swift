/// A command for a POSIX shell that sends a request again with curl; secrets stand in it as variables of the shell.
package struct CurlCommand: CustomStringConvertible {
    private let request: HTTPArchive.Request
    private let user: String?
    private let body: Body
    private let secrets: [(name: String, value: String)]

    /// A user with a password, which is never in the command.
    package struct Credentials {
        private let options: String
        private let user: String
        private let password: String
        private let variable: String

        /// Makes credentials.
        ///
        /// - Parameters:
        ///   - options: curl's options for how they are sent.
        ///   - user: The user.
        ///   - password: The password.
        ///   - variable: The variable of the shell that stands for it where it is no secret of the flow.
        package init(options: String, user: String, password: String, variable: String) {
            (self.options, self.user, self.password, self.variable) = (options, user, password, variable)
        }

        fileprivate func written(_ secrets: [String: String]) -> String {
            let name = secrets.first { $0.value == password && $0.key.isShellName }?.key ?? variable
            return "\(options) " + "\(user):".shellQuoted + "\"$\(name)\""
        }
    }

    /// What is known of a request's body.
    package enum Body {
        /// What the request has as its text, if any.
        case asKept
        /// It is not text, or is too long: the command reads it from a file that whoever runs it has.
        case elsewhere
    }

    /// Makes a command.
    ///
    /// - Parameters:
    ///   - request: What was sent.
    ///   - credentials: What is sent beside the headers to say who one is.
    ///   - body: What is known of the body.
    ///   - secrets: The values that are not to be in the command, by the names of their variables.
    package init(
        _ request: HTTPArchive.Request,
        credentials: Credentials? = nil,
        body: Body = .asKept,
        secrets: [String: String] = [:]
    ) {
        (self.request, self.body) = (request, body)
        user = credentials?.written(secrets)
        let texts = [request.url, request.postData?.text ?? ""] + request.headers.map(\.value)
        // Of secrets that begin alike, the longest is the one that is meant.
        self.secrets = secrets.filter { name, value in
            !value.isEmpty && name.isShellName && texts.contains { $0.contains(value) }
        }
        .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        .map { ($0.key, $0.value) }
    }

    /// Whether a secret stands in it as a variable.
    package var namesSecrets: Bool { !secrets.isEmpty }

    /// The command, in one line unless the body has line breaks.
    package var description: String {
        let method = request.method == "HEAD" ? "--head" : "-X \(word(request.method))"
        let user = user.map { " " + $0 } ?? ""
        let start = "curl -i --compressed \(method)\(user) --url \(word(request.url))"
        // Those of the connection and of HTTP/2 (`:path`) are curl's own to set.
        let headers = request.headers.filter { header in
            !header.name.hasPrefix(":")
                && !["host", "connection", "content-length"].contains(header.name.lowercased())
        }
        return ([start] + headers.map { "-H \(word($0))" } + data).joined(separator: " ")
    }

    private var data: [String] {
        switch body {
        case .asKept: request.postData.map { ["--data-raw \(word($0.text))"] } ?? []
        case .elsewhere: ["--data-binary @body"]
        }
    }

    /// A header; one that says who one is, by more than a secret of the flow behind a scheme such as `Bearer`, becomes a
    /// variable of the header's name.
    private func word(_ header: HTTPArchive.Pair) -> String {
        if header.value.isEmpty { return word("\(header.name);") }
        let line = "\(header.name): \(header.value)"
        let rest = secrets.reduce(header.value) { $0.replacing($1.value, with: "") }
        let isNamed = rest != header.value && rest.wholeMatch(of: /(?:[A-Za-z][A-Za-z0-9-]{0,15} )?/) != nil
        guard header.name.isSecretHeader, !isNamed else { return word(line) }
        let variable = header.name.uppercased().replacing("-", with: "_")
        return "\(header.name): ".shellQuoted + "\"$\(variable)\""
    }

    /// A text as one word of the shell.
    private func word(_ text: String) -> String {
        var (word, rest) = ("", text[...])
        while let (range, name) = firstSecret(in: rest) {
            let before = rest[..<range.lowerBound]
            word += (before.isEmpty ? "" : String(before).shellQuoted) + "\"$\(name)\""
            rest = rest[range.upperBound...]
        }
        return rest.isEmpty && !word.isEmpty ? word : word + String(rest).shellQuoted
    }

    private func firstSecret(in text: Substring) -> (Range<Substring.Index>, name: String)? {
        secrets.compactMap { name, value in text.firstRange(of: value).map { ($0, name) } }
            .min { $0.0.lowerBound < $1.0.lowerBound }
    }
}

extension String {
    /// Whether a shell can have a variable of this name.
    fileprivate var isShellName: Bool { wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil }
}
