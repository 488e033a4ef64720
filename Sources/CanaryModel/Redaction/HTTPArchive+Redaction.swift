extension HTTPArchive {
    /// The archive with every secret masked, and with the values of cookies and of headers that say who one is.
    public func redacted(by redactor: Redactor) -> HTTPArchive {
        var archive = self
        archive.log.pages = log.pages.map { page in
            var page = page
            page.title = redactor.redact(page.title)
            return page
        }
        archive.log.entries = log.entries.map { $0.redacted(by: redactor) }
        return archive
    }
}

extension HTTPArchive.Entry {
    /// The entry with every secret masked, and with the values of cookies and of headers that say who one is.
    public func redacted(by redactor: Redactor) -> Self {
        var entry = self
        entry.error = error.map(redactor.redact)
        entry.command = command.map(redactor.redact)
        entry.request.url = redactor.redact(request.url)
        entry.request.headers = request.headers.map { $0.redacted(by: redactor) }
        entry.request.cookies = request.cookies.map(\.masked)
        entry.request.queryString = request.queryString.map { $0.redacted(by: redactor) }
        entry.request.postData?.text = redactor.redact(request.postData?.text ?? "")
        entry.response.statusText = redactor.redact(response.statusText)
        entry.response.headers = response.headers.map { $0.redacted(by: redactor) }
        entry.response.cookies = response.cookies.map(\.masked)
        entry.response.content.text = response.content.text.map {
            response.content.isMarkup ? redactor.redactMarkup($0) : redactor.redact($0)
        }
        entry.response.redirectURL = redactor.redact(response.redirectURL)
        return entry
    }
}

extension HTTPArchive.Response.Content {
    /// Whether it is HTML or XML, in which tags may split a secret.
    fileprivate var isMarkup: Bool { mimeType.contains("html") || mimeType.contains("xml") }
}

extension HTTPArchive.Pair {
    fileprivate var masked: Self { Self(name: name, value: Redactor.mask) }

    fileprivate func redacted(by redactor: Redactor) -> Self {
        if name.isSecretHeader { return masked }
        return Self(name: redactor.redact(name), value: redactor.redact(value))
    }
}
