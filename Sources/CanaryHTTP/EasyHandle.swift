import CCurl

/// An easy handle of curl, kept for one transfer after another: making one costs more than a request.
final class EasyHandle {
    let raw: UnsafeMutableRawPointer
    private let message = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private var lists: [UnsafeMutablePointer<curl_slist>] = []

    init() throws(OptionRefused) {
        guard CurlLibrary.initialized == CURLE_OK, let raw = curl_easy_init() else {
            message.deallocate()
            throw OptionRefused(code: CURLE_OUT_OF_MEMORY)
        }
        self.raw = raw
    }

    deinit {
        curl_easy_cleanup(raw)
        freeLists()
        message.deallocate()
    }

    /// Forgets every option of the transfer before, and what it received and sent.
    func reset() throws(OptionRefused) {
        curl_easy_reset(raw)
        freeLists()
        message.pointee = 0
        try check(curl_easy_setopt_pointer(raw, CURLOPT_ERRORBUFFER, message))
    }

    /// The cause of the last failure in curl's words, or what its code means.
    func explanation(of code: CURLcode) -> String {
        String(cString: message.pointee == 0 ? curl_easy_strerror(code) : UnsafePointer(message))
    }

    func set(_ option: CURLoption, _ value: Int) throws(OptionRefused) {
        try check(curl_easy_setopt_long(raw, option, value))
    }

    func set(_ option: CURLoption, _ value: Bool) throws(OptionRefused) {
        try check(curl_easy_setopt_long(raw, option, value ? 1 : 0))
    }

    /// Hands over a string, which curl copies.
    func set(_ option: CURLoption, _ value: String) throws(OptionRefused) {
        try check(curl_easy_setopt_string(raw, option, value))
    }

    func set(_ option: CURLoption, pointer: UnsafeRawPointer?) throws(OptionRefused) {
        try check(curl_easy_setopt_pointer(raw, option, pointer))
    }

    func set(_ option: CURLoption, receiver: @escaping canary_curl_receiver) throws(OptionRefused) {
        try check(curl_easy_setopt_receiver(raw, option, receiver))
    }

    /// Hands over a list of lines, which is kept until the next reset, as curl does not copy it.
    func set(_ option: CURLoption, lines: [String]) throws(OptionRefused) {
        guard let list = slist(lines) else { throw OptionRefused(code: CURLE_OUT_OF_MEMORY) }
        lists.append(list)
        try check(curl_easy_setopt_pointer(raw, option, list))
    }

    /// A number that curl counted; 0 where it has none.
    func number(_ info: CURLINFO) -> Int {
        var value = 0
        return curl_easy_getinfo_long(raw, info, &value) == CURLE_OK ? value : 0
    }

    /// A size in bytes or a time in microseconds; 0 where curl has none.
    func quantity(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return curl_easy_getinfo_off_t(raw, info, &value) == CURLE_OK ? Int(value) : 0
    }

    /// A list of lines that curl makes; empty where it has none.
    func lines(_ info: CURLINFO) -> [String] {
        var list: UnsafeMutablePointer<curl_slist>?
        guard curl_easy_getinfo_lines(raw, info, &list) == CURLE_OK else { return [] }
        defer { curl_slist_free_all(list) }
        return list.lines
    }

    /// What curl read of the first certificate that the server showed, `Name:value` each; empty where it has none, as on a
    /// connection that another transfer opened.
    var certificateLines: [String] {
        var known: UnsafeMutablePointer<curl_certinfo>?
        guard curl_easy_getinfo_certificates(raw, &known) == CURLE_OK, let found = known?.pointee,
            found.num_of_certs > 0
        else { return [] }
        return found.certinfo?.pointee.lines ?? []
    }

    func string(_ info: CURLINFO) -> String? {
        var value: UnsafePointer<CChar>?
        guard curl_easy_getinfo_string(raw, info, &value) == CURLE_OK, let value else { return nil }
        return String(cString: value)
    }

    func check(_ code: CURLcode) throws(OptionRefused) {
        guard code == CURLE_OK else { throw OptionRefused(code: code) }
    }

    /// curl would not take an option.
    struct OptionRefused: Error {
        let code: CURLcode
    }

    private func slist(_ lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines {
            guard let longer = curl_slist_append(list, line) else {
                curl_slist_free_all(list)
                return nil
            }
            list = longer
        }
        return list
    }

    private func freeLists() {
        for list in lists { curl_slist_free_all(list) }
        lists.removeAll(keepingCapacity: true)
    }
}

extension UnsafeMutablePointer<curl_slist>? {
    /// The texts of the list.
    fileprivate var lines: [String] {
        sequence(first: self, next: { $0?.pointee.next }).prefix { $0 != nil }
            .compactMap { $0?.pointee.data.map { String(cString: $0) } }
    }
}
