/// The upload: a form, and a table of what came.
extension Application {
    func uploadForm(_ request: DemoSite.Request) -> Response {
        signedIn(request) { uploadPage($0, received: "") }
    }

    func upload(_ request: DemoSite.Request) -> Response {
        signedIn(request) { session in
            let parts = request.parts
            guard parts.first(where: { $0.name == "csrf" })?.text == session.csrfToken else {
                return errorPage(status: 403)
            }
            let row = Asset.text("upload-row.html")
            let rows = parts.filter { $0.fileName?.isEmpty == false }.map { part in
                Template.fill(
                    row,
                    [
                        "name": .text(part.fileName ?? ""),
                        "type": .text(part.type),
                        "size": .text("\(part.body.count)"),
                    ]
                )
            }
            let table = Template.fill(Asset.text("upload-table.html"), ["rows": .html(rows.joined())])
            let nothing = #"<p class="error" role="alert">No file was chosen.</p>"#
            return uploadPage(session, received: rows.isEmpty ? nothing : table)
        }
    }

    private func uploadPage(_ session: Sessions.Session, received: String) -> Response {
        page("upload.html", title: "Upload · Example App", session: session, ["received": .html(received)])
    }
}
