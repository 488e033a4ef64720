import CanaryHTTP
import CanaryModel

extension AWSCredentials {
    /// What a request has to say beside its signature; curl signs it.
    var headers: [HTTPHeader] {
        var headers: [HTTPHeader] = []
        if let sessionToken { headers.append(HTTPHeader(name: "X-Amz-Security-Token", value: sessionToken)) }
        if service == "s3" {
            // S3 refuses a request that does not say how its body is signed, which curl 7.88 leaves out.
            headers.append(HTTPHeader(name: "X-Amz-Content-Sha256", value: "UNSIGNED-PAYLOAD"))
        }
        return headers
    }
}

extension String {
    /// The URL with the fields of its query in order, each with a `=`: AWS signs them so, and curl 7.88 as they stand.
    var sortingQuery: String {
        let parts = split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let address = parts[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard address.count == 2 else { return self }
        let fields = address[1].split(separator: "&").map { $0.contains("=") ? String($0) : "\($0)=" }
        return
            "\(address[0])?\(fields.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }.joined(separator: "&"))"
    }
}
