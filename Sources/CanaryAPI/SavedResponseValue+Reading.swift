package import CanaryModel

extension SavedResponseValue {
    /// The value to keep, with its type.
    ///
    /// - Throws: ``APIError`` with code `value` where it is missing, `null`, empty, or several, and has no default.
    package func value(in response: APIResponse) throws(APIError) -> JSONValue {
        let values: [JSONValue]
        do {
            values = try filtered(try response.filterable(reading))
        } catch {
            if error.code == .expectation, let fallback { return fallback }
            throw error.code == .expectation ? missing(because: error.description) : error
        }
        if case .header = reading, let pattern, values.count > 1 {
            for value in values where try match(of: value.text, pattern) != nil {
                return try part(of: value.text, pattern)
            }
            return try part(of: values[0].text, pattern)
        }
        guard values.count < 2 else { throw missing(because: "there are \(values.count) of it") }
        guard let value = values.first, value != .null, !value.text.isEmpty else {
            if let fallback { return fallback }
            if values.isEmpty { throw missing(because: absence(in: response)) }
            throw missing(because: values[0] == .null ? "it is null" : "it is empty")
        }
        guard let pattern else { return value }
        return try part(of: value.text, pattern)
    }

    /// What its filters make of what was read.
    private func filtered(_ values: [FilteredValue]) throws(APIError) -> [JSONValue] {
        var values = values
        do throws(ValueFilter.Failure) {
            if !values.isEmpty { for filter in filters { values = try filter.applied(to: values) } }
        } catch {
            throw APIError(error.isOfFilter ? .flow : .expectation, error.reason)
        }
        return values.map(\.json)
    }

    private func part(of text: String, _ pattern: String) throws(APIError) -> JSONValue {
        let match = try match(of: text, pattern)
        guard let match else {
            if let fallback { return fallback }
            let shown = reading.isConfidential ? "its value, which is masked" : JSONValue.string(text).shown
            throw missing(because: "/\(pattern)/ does not match \(shown)")
        }
        let group = match.output.count > 1 ? match.output[1].substring : match.output[0].substring
        return .string(String(group ?? ""))
    }

    private func match(of text: String, _ pattern: String) throws(APIError) -> Regex<AnyRegexOutput>.Match? {
        do {
            return try Regex(pattern).matchingSemantics(.unicodeScalar).firstMatch(in: text)
        } catch {
            throw APIError(.flow, "the regular expression is not valid: \(error)")
        }
    }

    /// That there is no such value, and what was probably meant.
    private func absence(in response: APIResponse) -> String {
        guard case .json(let path) = reading else { return "it is not there" }
        let near = response.pathsNear(path)
        return "nothing matches \(path)"
            + (near.isEmpty ? "" : ", these match: \(near.joined(separator: ", "))")
    }

    private func missing(because reason: String) -> APIError {
        let what = label ?? "\(reading.written) could not be saved as \(name)"
        return APIError(
            .value,
            "\(what): \(reason)",
            help: "`default` beside it says what stands for it then"
        )
    }
}
