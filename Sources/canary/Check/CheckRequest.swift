import CanaryJSON
import CanaryModel
import FlowFile
import Foundation
import StepExecutors

/// What `canary check` is asked for: the same request and conditions for each of its URLs.
struct CheckRequest: Sendable {
    /// The probes, each with its URL as it was given.
    let probes: [(url: String, probe: RequestProbe)]
    /// How long one may take.
    let timeout: Duration

    /// Reads the options.
    ///
    /// - Throws: ``UsageError``.
    init(_ arguments: Arguments) throws(UsageError) {
        timeout = try arguments.duration(.checkTimeout) ?? .seconds(10)
        let conditions = try arguments.conditions()
        var headers = try arguments.headers()
        let data = arguments.value(of: .data)
        let hasType = headers.contains { $0.name.lowercased() == "content-type" }
        // As curl sends it.
        if let data, !hasType, data.isForm {
            headers.append(RequestField(name: "Content-Type", value: "application/x-www-form-urlencoded"))
        }
        var probes: [(String, RequestProbe)] = []
        for url in arguments.operands {
            var request = Request(
                method: arguments.value(of: .method)?.uppercased() ?? (data == nil ? "GET" : "POST"),
                url: try Self.absolute(url)
            )
            request.headers = headers
            request.body = data.map(RequestBody.init(ofCommandLine:))
            request.options.acceptsInvalidCertificates = arguments.has(.insecure)
            let secrets = headers.flatMap(\.secrets) + request.url.credentials
            let probe = RequestProbe(request, expecting: conditions, secrets: secrets)
            if let mistake = probe.mistake(version: version) {
                throw UsageError("'canary check' cannot request \(probe.shownURL.quoted): \(mistake)")
            }
            probes.append((url.contains("@") ? probe.shownURL : url, probe))
        }
        self.probes = probes
    }

    /// A URL; without a scheme it is HTTPS, and HTTP for this machine.
    private static func absolute(_ url: String) throws(UsageError) -> String {
        if let scheme = url.prefixMatch(of: /([A-Za-z][A-Za-z0-9+.-]*):\/\//)?.1 {
            guard ["http", "https"].contains(scheme.lowercased()) else {
                throw UsageError("'canary check' takes URLs of http and https, not those of \(scheme)")
            }
            return url
        }
        let isHere = url.prefixMatch(of: /(localhost|127(\.[0-9]+){3}|\[::1\])([:\/?#]|$)/) != nil
        return (isHere ? "http://" : "https://") + url
    }
}

extension String {
    /// The user and the password in a URL.
    fileprivate var credentials: [String] {
        guard let match = firstMatch(of: /:\/\/([^\/?#]*)@/) else { return [] }
        return match.1.split(separator: ":").flatMap { part in
            [String(part), String(part).removingPercentEncoding ?? ""].filter { $0.count > 2 }
        }
    }

    /// Whether it reads as fields of a form: `a=1&b=2`.
    fileprivate var isForm: Bool { wholeMatch(of: /[^\s=&]+=[^\s]*/) != nil }
}

extension RequestField {
    /// What says who one is: the values of such headers, and the token behind a scheme as `Bearer`.
    fileprivate var secrets: [String] {
        guard name.isSecretName else { return [] }
        return [value] + value.split(separator: " ").dropFirst().map(String.init)
    }
}

extension RequestBody {
    /// A body as `--data` has it: JSON where it is that, else a text.
    fileprivate init(ofCommandLine text: String) {
        do {
            self = .json(try JSONValue(parsing: .init(text.utf8)))
        } catch {
            self = .text(text)
        }
    }
}

extension Arguments {
    /// What each response must be.
    fileprivate func conditions() throws(UsageError) -> [Condition] {
        var kinds: [Condition.Kind] = []
        if let status = value(of: .status) {
            kinds.append(.response(.status, .isStatus(try statuses(status))))
        }
        for text in values(of: .contains) { kinds.append(.response(.body, .contains(.string(text)))) }
        for check in values(of: .json) { kinds.append(try jsonCondition(check)) }
        if let longest = try duration(.maxDuration) {
            kinds.append(.response(.duration, .atMost(.number(JSONNumber(longest.milliseconds)))))
        }
        if let days = try number(.certificateDays, in: 0...455) {
            let time = JSONNumber(days * 86_400_000)
            kinds.append(.response(.certificate(.expiresIn), .atLeast(.number(time))))
        }
        return kinds.map { Condition($0, file: "", line: 0) }
    }

    /// `200`, `2xx`, or several of them: `200,3xx`.
    private func statuses(_ text: String) throws(UsageError) -> [StatusRange] {
        var ranges: [StatusRange] = []
        for part in text.split(separator: ",").map(String.init) {
            let number = Int(part).flatMap { (100...599).contains($0) ? StatusRange($0) : nil }
            guard let range = number ?? StatusRange(written: part) else {
                throw UsageError("--status takes statuses as in 200, 2xx or 200,304, not \(text.quoted)")
            }
            ranges.append(range)
        }
        return ranges
    }

    /// `$.status=ok`; without a value the path must select something.
    private func jsonCondition(_ text: String) throws(UsageError) -> Condition.Kind {
        // A filter of the path may hold '=' too: the first one before which a whole path stands counts.
        for index in text.indices where text[index] == "=" {
            let path = String(text[..<index])
            guard Self.mistake(in: path) == nil else { continue }
            let value = String(text[text.index(after: index)...])
            do {
                return .response(.json(path), .equals(try JSONValue(parsing: .init(value.utf8))))
            } catch {
                return .response(.json(path), .equals(.string(value)))
            }
        }
        if let mistake = Self.mistake(in: text) {
            throw UsageError(
                "--json takes a JSONPath and a value as in '$.status=ok', not \(text.quoted): \(mistake)"
            )
        }
        return .response(.json(text), .absent(false))
    }

    private static func mistake(in path: String) -> String? {
        do throws(JSONPathError) {
            _ = try JSONPath(path)
            return nil
        } catch {
            return error.reason
        }
    }

    /// `Name: value`, each.
    fileprivate func headers() throws(UsageError) -> [RequestField] {
        var fields: [RequestField] = []
        for header in values(of: .header) {
            guard let colon = header.firstIndex(of: ":"), colon > header.startIndex else {
                throw UsageError("--header takes a name and a value as in 'Accept: application/json'")
            }
            let value = header[header.index(after: colon)...].drop(while: \.isWhitespace)
            fields.append(RequestField(name: String(header[..<colon]), value: String(value)))
        }
        return fields
    }
}
