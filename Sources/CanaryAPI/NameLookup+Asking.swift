import CResolve
package import CanaryModel

extension NameLookup {
    /// Asks, and waits for the answer.
    ///
    /// Blocks its thread for up to two tries of `seconds` each.
    ///
    /// - Returns: The answers, none where there is no such record or no such name.
    /// - Throws: ``APIError`` with code `timeout` or `dns` where nobody could tell, `network` where this machine has no network.
    package func answers(seconds: Int) throws(APIError) -> [String] {
        let answers = Answers()
        let parts = server?.split(separator: ":") ?? []
        let outcome = dns_query(
            name,
            record.number,
            parts.first.map { String($0) },
            Int32(parts.count > 1 ? Int(parts[1]) ?? 53 : 53),
            Int32(seconds),
            { context, text, length in
                guard let context, let text else { return }
                let bytes = UnsafeRawBufferPointer(start: text, count: length)
                Unmanaged<Answers>.fromOpaque(context).takeUnretainedValue().all
                    .append(String(decoding: bytes, as: UTF8.self))
            },
            Unmanaged.passUnretained(answers).toOpaque()
        )
        switch outcome {
        case dns_found, dns_none, dns_no_name: return answers.all
        case dns_bad_server:
            throw APIError(
                .flow,
                "'\(server ?? "")' is not an IPv4 address of a server, with or without a port"
            )
        case dns_no_reply where server == nil && !LocalNetwork.isThere:
            throw APIError(.network, "this machine has no network: no name server answered")
        case dns_no_reply:
            throw APIError(.timeout, "no name server answered for \(name) (\(record.rawValue))")
        default: throw APIError(.dns, "the name server could not tell \(record.rawValue) of \(name)")
        }
    }

    /// Where C puts answers.
    private final class Answers {
        var all: [String] = []
    }
}

extension NameLookup.Record {
    fileprivate var number: Int32 {
        switch self {
        case .a: Int32(dns_type_a)
        case .aaaa: Int32(dns_type_aaaa)
        case .cname: Int32(dns_type_cname)
        case .mx: Int32(dns_type_mx)
        case .txt: Int32(dns_type_txt)
        }
    }
}
