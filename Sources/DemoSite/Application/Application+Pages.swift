/// The pages behind the sign-in, and what they have in frames.
extension Application {
    func dashboard(_ request: DemoSite.Request) -> Response {
        signedIn(request) { session in
            page(
                "dashboard.html",
                title: "Dashboard · Example App",
                session: session,
                ["workspace": .text(session.workspace), "otherOrigin": .text(otherOrigin(of: request))]
            )
        }
    }

    func settings(_ request: DemoSite.Request) -> Response {
        signedIn(request) { session in
            let row = Asset.text("settings-key.html")
            let keys = session.keys.map { Template.fill(row, ["key": .text($0)]) }
            return page(
                "settings.html",
                title: "Settings · Example App",
                session: session,
                ["workspace": .text(session.workspace), "keys": .html(keys.joined())]
            )
        }
    }

    func help(_ request: DemoSite.Request) -> Response {
        page("help.html", title: "Help · Example App", session: session(of: request))
    }

    func clock(_ request: DemoSite.Request) -> Response {
        .html(Asset.text("frame-clock.html"))
    }

    func status(_ request: DemoSite.Request) -> Response {
        .html(Asset.text("frame-status.html"))
    }

    func icon(_ request: DemoSite.Request) -> Response {
        Response(type: "image/svg+xml", body: Asset.bytes("icon.svg") ?? [])
    }

    /// The origin of the same site under its other name, for frames of another origin.
    func otherOrigin(of request: DemoSite.Request) -> String {
        let host = request.header("Host") ?? ""
        let port = host.split(separator: ":").last ?? "80"
        return host.hasPrefix("localhost") ? "http://127.0.0.1:\(port)" : "http://localhost:\(port)"
    }
}
