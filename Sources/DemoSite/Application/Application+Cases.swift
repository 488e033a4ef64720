/// The pages for single cases, `/cases/NAME`, and the few answers that they need.
///
/// `?delay=MS` holds back any of them, as the server that a form is sent to does; `?csp=POLICY` is sent
/// along as `Content-Security-Policy`.
extension Application {
    func testCase(_ request: DemoSite.Request) -> Response {
        let name = String(request.path.dropFirst("/cases/".count))
        switch name {
        case "echo": return received(request)
        case "no-content": return Response(status: 204, type: nil, body: [])
        case "redirect": return .redirect(to: request.query["to"] ?? "/cases/navigation")
        case "download":
            return Response(type: "text/csv", body: Array("name,value\nusers,42\n".utf8))
                .with("Content-Disposition", "attachment; filename=\"export.csv\"")
        case "private":
            guard request.header("Authorization") == "Basic Y2FuYXJ5OnNlY3JldA==" else {  // canary:secret
                return errorPage(status: 401).with("WWW-Authenticate", "Basic realm=\"cases\"")
            }
            return .html("<!doctype html><title>Private</title><h1 id=\"private\">Private</h1>")
        default:
            guard Asset.bytes("cases/\(name).html") != nil else { return errorPage(status: 404) }
            let values = ["otherOrigin": Template.Value.text(otherOrigin(of: request))]
            let page = Response.html(Template.fill(Asset.text("cases/\(name).html"), values))
            return request.query["csp"].map { page.with("Content-Security-Policy", $0) } ?? page
        }
    }

    /// A page that shows the fields of the form that came.
    private func received(_ request: DemoSite.Request) -> Response {
        let parts = request.parts.map { (name: $0.name, value: $0.fileName ?? $0.text) }
        let fields =
            (request.method == "POST" ? request.form : request.query).all.map { ($0.name, $0.value) } + parts
        let rows = fields.map { name, value in
            Template.fill(
                #"<dt>{{name}}</dt><dd data-testid="{{name}}">{{value}}</dd>"#,
                ["name": .text(name), "value": .text(value)]
            )
        }
        return .html(
            Template.fill(
                Asset.text("cases/echo.html"),
                ["method": .text(request.method), "fields": .html(rows.joined())]
            )
        )
    }
}
