import CanaryModel

extension SampleRun {
    /// A request that a step sent, with what is hostile in it.
    static func exchange(_ method: String, status: Int, body: String? = nil) -> HTTPArchive.Entry {
        var entry = HTTPArchive.Entry(
            startedDateTime: at(5),
            request: .init(
                method: method,
                url: "https://api.example/orders?a=<i>",
                headers: [.init(name: "X-<b>", value: "</pre><script>1</script>")],
                body: body
            ),
            resourceType: "Request"
        )
        entry.time = 42
        (entry.response.status, entry.response.statusText) = (status, status == 0 ? "" : "As <it> is")
        entry.response.httpVersion = status == 0 ? "" : "HTTP/2"
        return entry
    }
}
