import CanaryModel

extension NetworkRecorder.Exchange {
    /// Takes in the head of the reply.
    mutating func receive(_ response: NetworkEvent.ReceivedResponse?) {
        guard let response else { return }
        entry.response.status = response.status
        entry.response.statusText = response.statusText
        entry.response.httpVersion = response.protocol ?? ""
        entry.request.httpVersion = response.protocol ?? ""
        entry.response.content.mimeType = response.mimeType ?? ""
        entry.response.setHeaders(
            response.headers.sorted { $0.key < $1.key }.map {
                HTTPArchive.Pair(name: $0.key, value: $0.value)
            }
        )
        entry.serverIPAddress = response.remoteIPAddress.flatMap { $0.isEmpty ? nil : $0 }
        entry.connection = response.connectionId.flatMap { $0 > 0 ? String(Int(clamped: $0)) : nil }
        entry.isFromCache = entry.isFromCache || response.fromDiskCache == true
        timing = response.timing
    }

    /// Takes in that a part of the body came.
    mutating func receive(bytes: Int?) {
        entry.response.content.size = entry.response.content.size.adding(clamped: bytes ?? 0)
    }

    /// Takes in the end of the reply.
    mutating func end(at time: Double?, size: Double?) {
        isOver = true
        if let size {
            entry.response.transferSize = Int(clamped: size)
            entry.response.bodySize = entry.isFromCache ? 0 : -1
        }
        measure(until: time ?? sent)
    }

    /// Takes in that there is no reply, or no whole one.
    mutating func fail(at time: Double?, _ error: String?, _ canceled: Bool?) {
        isOver = true
        isCanceled = canceled == true || error == "net::ERR_ABORTED"
        entry.error = error
        measure(until: time ?? sent)
    }

    /// Takes the time apart.
    private mutating func measure(until end: Double) {
        let total = max(0, (end - sent) * 1000)
        // What comes from the memory's cache tells the times of the request that fetched it once.
        guard let timing, timing.requestTime + timing.receiveHeadersEnd / 1000 >= sent else {
            entry.timings.wait = total.rounded(toPlaces: 3)
            entry.time = entry.timings.wait
            return
        }
        func phase(_ start: Double, _ end: Double) -> Double {
            start < 0 || end < start ? -1 : (end - start).rounded(toPlaces: 3)
        }
        let queued = max(0, (timing.requestTime - sent) * 1000)
        let first = [timing.dnsStart, timing.connectStart, timing.sendStart].first { $0 >= 0 } ?? 0
        let received = max(0, (end - timing.requestTime) * 1000 - timing.receiveHeadersEnd)
        entry.timings.blocked = (queued + first).rounded(toPlaces: 3)
        entry.timings.dns = phase(timing.dnsStart, timing.dnsEnd)
        entry.timings.connect = phase(timing.connectStart, timing.connectEnd)
        entry.timings.ssl = phase(timing.sslStart, timing.sslEnd)
        entry.timings.send = max(0, phase(timing.sendStart, timing.sendEnd))
        entry.timings.wait = max(0, phase(timing.sendEnd, timing.receiveHeadersEnd))
        entry.timings.receive = received.rounded(toPlaces: 3)
        entry.time = entry.timings.total.rounded(toPlaces: 3)
    }

    /// The request as one that failed; `nil` where it did not, or the page gave it up itself.
    var failure: FailedRequest? {
        let status = entry.response.status
        let hasFailed = entry.error != nil && !isCanceled
        guard hasFailed || status >= 400 else { return nil }
        return FailedRequest(
            method: entry.request.method,
            url: entry.request.url,
            type: entry.resourceType,
            status: status > 0 ? status : nil,
            error: hasFailed ? entry.error : nil,
            time: entry.startedDateTime,
            duration: Int(clamped: entry.time)
        )
    }
}

extension HTTPArchive.Request {
    /// Sets the headers, and the cookies among them, whose values are nobody's business.
    mutating func setHeaders(_ headers: [HTTPArchive.Pair]) {
        self.headers = headers
        cookies = headers.filter { $0.name.lowercased() == "cookie" }.flatMap { header in
            header.value.split(separator: ";").compactMap(HTTPArchive.Pair.init(cookie:))
        }
    }
}

extension HTTPArchive.Response {
    /// Sets the headers, and the cookies that are set by them.
    mutating func setHeaders(_ headers: [HTTPArchive.Pair]) {
        self.headers = headers
        cookies = headers.filter { $0.name.lowercased() == "set-cookie" }.compactMap { header in
            header.value.split(separator: ";").first.flatMap(HTTPArchive.Pair.init(cookie:))
        }
    }
}

extension HTTPArchive.Pair {
    /// A cookie's name, with a mask in place of its value.
    fileprivate init?(cookie: Substring) {
        let name = cookie.prefix { $0 != "=" }.drop { $0 == " " }
        if name.isEmpty { return nil }
        self.init(name: String(name), value: Redactor.mask)
    }
}
