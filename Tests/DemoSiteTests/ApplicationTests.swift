import CanaryHTTP
import Foundation
import Testing

@testable import DemoSite

@Suite("Application")
struct ApplicationTests {
    @Test(
        "every page is whole: its title, its navigation, no placeholder left",
        arguments: [
            ("/", "Example App"), ("/dashboard", "Dashboard · Example App"),
            ("/settings", "Settings · Example App"), ("/upload", "Upload · Example App"),
            ("/help", "Help · Example App"), ("/nowhere", "404 · Example App"),
        ]
    )
    func pages(_ path: String, _ title: String) async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            _ = try await visitor.signIn()
            let page = try await visitor.send("GET", path).text
            #expect(page.contains("<title>\(title)</title>"))
            #expect(page.contains(#"id="nav-menu""#))
            #expect(!page.contains("{{"))
        }
    }

    @Test("every page for a single case is served", arguments: Asset.names.filter { $0.hasPrefix("cases/") })
    func cases(_ file: String) async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            let page = try await visitor.send("GET", "/\(file.replacing(".html", with: ""))")
            #expect(page.status == 200)
            #expect(!page.text.contains("{{"))
        }
    }

    @Test("a frame of another origin has the site's other name", arguments: ["127.0.0.1", "localhost"])
    func otherOrigin(_ host: String) async throws {
        try await DemoSite.withSite { site in
            let request = HTTPRequest(url: "http://\(host):\(site.port)/cases/frames")
            let page = try await HTTPClient().send(request, deadline: .now + .seconds(20)).text
            let other = host == "localhost" ? "127.0.0.1" : "localhost"
            #expect(page.contains(#"src="http://\#(other):\#(site.port)/cases/frame?name=other""#))
        }
    }

    @Test("the API is for those who are signed in", arguments: ["/api/metrics", "/api/activity"])
    func api(_ path: String) async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            #expect(try await visitor.send("GET", path).status == 401)
            _ = try await visitor.signIn()
            let answer = try await visitor.send("GET", path)
            #expect(answer.headers["Content-Type"] == "application/json")
            #expect(try JSONSerialization.jsonObject(with: answer.body) is [[String: String]])
        }
    }

    @Test("the settings change what the next page shows, with the token only")
    func settings() async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            _ = try await visitor.signIn()
            let name = "Tom & <Jerry>"
            #expect(try await visitor.post("/api/workspace", ["name": name]).status == 403)
            let token = HTTPHeader(name: "X-CSRF-Token", value: try await visitor.token(on: "/settings"))
            #expect(try await visitor.post("/api/workspace", ["name": name], headers: [token]).status == 200)
            #expect(try await visitor.post("/api/workspace", ["name": ""], headers: [token]).status == 422)
            let key: KeyValuePairs = ["key": "Old laptop"]
            #expect(try await visitor.post("/api/keys/delete", key, headers: [token]).status == 200)
            #expect(try await visitor.post("/api/keys/delete", key, headers: [token]).status == 422)
            let page = try await visitor.send("GET", "/settings").text
            #expect(page.contains("Tom &amp; &lt;Jerry&gt;"))
            #expect(!page.contains("Old laptop"))
        }
    }

    @Test("an upload shows the name, type and size of each file")
    func upload() async throws {
        try await DemoSite.withSite { site in
            var visitor = Visitor(site)
            _ = try await visitor.signIn()
            let token = try await visitor.token(on: "/upload")
            let content = "binary \u{0} and\r\n--edg-like\r\n\r\nlines"
            let body = """
                --edge\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n\(token)\r
                --edge\r\nContent-Disposition: form-data; name="file"; filename="a <b>.txt"\r
                Content-Type: text/plain\r\n\r\n\(content)\r
                --edge\r\nContent-Disposition: form-data; name="file"; filename="empty.csv"\r
                Content-Type: text/csv\r\n\r\n\r\n--edge--\r\n
                """
            let type = HTTPHeader(name: "Content-Type", value: "multipart/form-data; boundary=edge")
            let page = try await visitor.send("POST", "/upload", headers: [type], body: Data(body.utf8)).text
            #expect(page.contains(#"<td class="file-name">a &lt;b&gt;.txt</td>"#))
            #expect(page.contains(#"<td class="file-size">\#(content.utf8.count) bytes</td>"#))
            #expect(page.contains(#"<td class="file-type">text/csv</td><td class="file-size">0 bytes</td>"#))
            #expect(site.requests.last?.parts[1].text == content)
        }
    }

    @Test("a page behind basic authentication asks for it")
    func basicAuthentication() async throws {
        try await DemoSite.withSite { site in
            var request = HTTPRequest(url: site.baseURL + "/cases/private")
            let refused = try await HTTPClient().send(request, deadline: .now + .seconds(20))
            #expect(refused.status == 401)
            #expect(refused.headers["WWW-Authenticate"] == "Basic realm=\"cases\"")
            request.headers = [HTTPHeader(name: "Authorization", value: "Basic Y2FuYXJ5OnNlY3JldA==")]
            #expect(try await HTTPClient().send(request, deadline: .now + .seconds(20)).status == 200)
        }
    }
}
