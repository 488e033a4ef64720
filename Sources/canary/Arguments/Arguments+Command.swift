extension Arguments {
    /// The words of a command line that says the same, as they may be shown.
    ///
    /// Variables may hold what no flow calls a secret: their values are masked, and so are the user names and passwords
    /// of URLs.
    func words(of command: String) -> [String] {
        let options = options.flatMap { option, values in
            values.flatMap { value -> [String] in
                guard option.metavariable != nil else { return [option.written] }
                return [option.written, option == .variable ? value.withMaskedValue : value]
            }
        }
        return (["canary", command] + options + operands).map {
            $0.replacing(/:\/\/[^\/?#]*@/, with: "://***@")
        }
    }
}

extension String {
    /// `NAME=***`.
    fileprivate var withMaskedValue: String { prefix { $0 != "=" } + "=***" }
}
