import Foundation
import TestSupport
import Testing

@testable import CanaryHTTP

@Suite("Connections") struct ConnectionOptionsTests {
    private func options(_ change: (inout HTTPConnectionOptions) -> Void) -> HTTPConnectionOptions {
        var options = HTTPConnectionOptions()
        change(&options)
        return options
    }

    private func send(
        _ url: String,
        _ client: HTTPClient = HTTPClient(),
        insecure: Bool = false,
        _ change: (inout HTTPConnectionOptions) -> Void
    ) async throws(HTTPError) -> HTTPResponse {
        var request = HTTPRequest(url: url, acceptsInvalidCertificates: insecure)
        request.connection = options(change)
        return try await client.send(request, deadline: farAway)
    }

    @Test("trust the certificates of a file in place of the system's")
    func authorities() async throws {
        try await Nginx.withServer("location / { return 200 x; }") { server in
            #expect(await failure(of: HTTPRequest(url: server.secureURL))?.code == .tls)
            let response = try await send(server.secureURL) {
                $0.authorities = "\(server.folder)/certificate.pem"
            }
            #expect(response.status == 200)
            var request = HTTPRequest(url: server.secureURL)
            request.connection = options { $0.authorities = "\(server.folder)/none.pem" }
            let error = await failure(of: request)
            #expect(error?.code == .badRequest && error?.detail.contains("none.pem") == true)
        }
    }

    @Test("show a certificate to a server that asks for one, with its key in the same file or in another")
    func clientCertificate() async throws {
        let settings = """
            ssl_verify_client optional_no_ca;
            location / { return 200 $ssl_client_s_dn; }
            """
        try await Nginx.withServer(settings) { server in
            let (file, key) = ("\(server.folder)/certificate.pem", "\(server.folder)/key.pem")
            let client = HTTPClient()
            let none = try await send(server.secureURL, client, insecure: true) { _ in }
            let shown = try await send(server.secureURL, client, insecure: true) {
                ($0.clientCertificate, $0.clientKey) = (file, key)
            }
            #expect(String(decoding: none.body, as: UTF8.self) == "")
            #expect(String(decoding: shown.body, as: UTF8.self) == "CN=localhost")
            #expect(!shown.isConnectionReused)
            var request = HTTPRequest(url: server.secureURL, acceptsInvalidCertificates: true)
            request.connection = options { $0.clientCertificate = file }  // there is no key in it
            #expect(await failure(of: request)?.code == .badRequest)
        }
    }

    @Test("never ask a person for the password of a key")
    func encryptedKey() async throws {
        try await Nginx.withServer("") { server in
            try await ChildProcess.run([
                "openssl", "pkey", "-in", "\(server.folder)/key.pem", "-aes256", "-passout", "pass:secret",
                "-out", "\(server.folder)/locked.pem",
            ])
            var request = HTTPRequest(url: server.secureURL, acceptsInvalidCertificates: true)
            request.connection = options {
                $0.clientCertificate = "\(server.folder)/certificate.pem"
                $0.clientKey = "\(server.folder)/locked.pem"
            }
            #expect(await failure(of: request)?.code == .badRequest)
        }
    }

    @Test("speak the version of HTTP that is asked for, whatever was spoken before")
    func versions() async throws {
        try await Nginx.withServer("location / { return 200 x; }") { server in
            let client = HTTPClient()
            var versions: [String] = []
            for version in [nil, .http1, .http2, .http1, nil] as [HTTPConnectionOptions.Version?] {
                versions.append(
                    try await send(server.secureURL, client, insecure: true) { $0.version = version }.version
                )
            }
            #expect(versions[1] == "1.1" && versions[2] == "2" && versions[3] == "1.1", "\(versions)")
        }
    }

    @Test("speak HTTP/2 without TLS, one request after the other")
    func plainHTTP2() async throws {
        let port = try ListeningSocket().port
        try await Nginx.withServer("listen 127.0.0.1:\(port) http2; location / { return 200 x; }") { _ in
            let client = HTTPClient()
            for _ in 0..<3 {
                let response = try await send("http://127.0.0.1:\(port)/", client) { $0.version = .http2 }
                #expect(response.status == 200 && response.version == "2")
            }
        }
    }

    @Test("go to another address than the host's, for that request only")
    func addresses() async throws {
        try await Nginx.withServer("location / { return 200 $http_host; }") { server in
            let (url, client) = ("http://site.invalid:\(server.port)/", HTTPClient())
            let response = try await send(url, client) {
                $0.addresses = ["site.invalid:\(server.port)": "127.0.0.1"]
            }
            #expect(String(decoding: response.body, as: UTF8.self) == "site.invalid:\(server.port)")
            #expect(await failure(of: HTTPRequest(url: url), client: client)?.code == .resolve)
        }
    }

    @Test("are limited to a version of IP")
    func family() async throws {
        try await Nginx.withServer("location / { return 200 x; }") { server in
            let response = try await send("http://127.0.0.1:\(server.port)/") { $0.family = .v4 }
            #expect(response.status == 200)
            var request = HTTPRequest(url: "http://127.0.0.1:\(server.port)/")
            request.connection = options { $0.family = .v6 }
            #expect(await failure(of: request) != nil)
        }
    }

    @Test("go through a proxy also to loopback hosts where that is said")
    func proxy() async throws {
        try await RawServer.withServer { connection in
            connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nproxy")
        } _: { proxy in
            let request = HTTPRequest(url: "http://127.0.0.1:1/x", proxy: .always(proxy.baseURL))
            let response = try await HTTPClient().send(request, deadline: farAway)
            #expect(String(decoding: response.body, as: UTF8.self) == "proxy")
            #expect(proxy.requests.first?.hasPrefix("GET http://127.0.0.1:1/x HTTP/1.1\r\n") == true)
        }
    }
}
