import Foundation
import TestSupport
import Testing

@testable import CanaryHTTP

@Suite("Certificates") struct CertificateTests {
    @Test("come with each response, also on a connection that was kept, and by HTTP/2")
    func kept() async throws {
        try await Nginx.withServer("location / { return 200 x; }") { server in
            let client = HTTPClient()
            var responses: [HTTPResponse] = []
            for _ in 0..<3 {
                let request = HTTPRequest(url: server.secureURL, acceptsInvalidCertificates: true)
                responses.append(try await client.send(request, deadline: .now + .seconds(20)))
            }
            #expect(responses.map(\.isConnectionReused) == [false, true, true])
            for response in responses {
                #expect(response.version == "2")
                let certificate = try #require(response.certificate)
                #expect(certificate.subject == "CN = localhost" && certificate.issuer == "CN = localhost")
                #expect(certificate.names == ["DNS:localhost"] && !certificate.serialNumber.isEmpty)
                let (begins, ends) = (try #require(certificate.begins), try #require(certificate.ends))
                #expect(ends.timeIntervalSince(begins) == 86_400 && begins.distance(to: .now) < 3600)
            }
            let plain = try await client.send(HTTPRequest(url: server.baseURL), deadline: .now + .seconds(20))
            #expect(plain.certificate == nil && plain.version == "1.1")
        }
    }

    @Test(
        "have times that are read in both forms that curl writes",
        arguments: [
            ("Dec 21 09:04:16 2026 GMT", 1_797_843_856), ("Jan  1 00:00:00 1970 GMT", 0),
            ("Feb 29 23:59:59 2028 GMT", 1_835_481_599), ("2026-12-21 09:04:16 GMT", 1_797_843_856),
            ("Mar  1 00:00:00 2100 GMT", 4_107_542_400),
        ]
    )
    func times(text: String, seconds: Int) {
        #expect(Date(certificateText: text) == Date(timeIntervalSince1970: Double(seconds)))
    }

    @Test(
        "have no times where these cannot be read",
        arguments: ["", "soon", "Foo 1 00:00:00 2026 GMT", "1 2 3"]
    )
    func noTime(text: String) {
        #expect(Date(certificateText: text) == nil)
    }
}
