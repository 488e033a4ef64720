import CanaryModel

extension Condition.Key {
    /// What a flow file says of it.
    var row: ConditionRow { Self.rows[self] ?? made }

    private static let rows = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.made) })

    private var made: ConditionRow {
        switch self {
        case .state(let state): state.row
        case .reading(let kind): kind.row
        case .script:
            ConditionRow(parameters: [.args], example: #"script: "return document.forms.length", equals: 1"#)
            {
                file,
                kind,
                members in
                file.scripts(kind, members)
            }
        case .response(let kind): kind.row
        }
    }
}

extension Reading.Kind {
    fileprivate var row: ConditionRow {
        switch self {
        case .text: .compared(self, example: ##"text: "#total", contains: "42""##)
        case .value: .compared(self, example: ##"value: "#name", equals: "Ann""##)
        case .count: .compared(self, example: ##"count: ".row", atLeast: 1"##)
        case .attribute:
            .compared(
                self,
                parameters: [.name],
                example: ##"attribute: "#terms", name: "href", endsWith: ".pdf""##
            )
        case .title:
            ConditionRow(synonyms: ["title_is", "pagetitle"], example: #"title: { contains: "Orders" }"#) {
                file,
                kind,
                members in
                file.placeTexts(kind, members).map { .title($0) }
            }
        case .url:
            ConditionRow(synonyms: ["location", "path"], example: #"url: { startsWith: "/orders" }"#) {
                file,
                kind,
                members in
                let comparisons = file.placeTexts(kind, members)
                if members["not"] == nil { file.checkPaths(comparisons, kind.value) }
                return comparisons.map { .url($0) }
            }
        }
    }
}

extension ResponseReading.Kind {
    fileprivate var row: ConditionRow {
        ConditionRow(synonyms: synonyms, example: example) { file, kind, members in
            file.response(self, kind, members)
        }
    }

    private var synonyms: [String] {
        switch self {
        case .status: ["statuscode", "code"]
        case .json: ["jsonpath"]
        case .duration: ["responsetime", "latency"]
        case .jsonSchema: ["schema"]
        case .certificate: ["cert"]
        case .reply: ["banner"]
        case .answer: ["answers"]
        case .firstByte: ["ttfb"]
        case .httpVersion: ["version"]
        case .effectiveURL: ["finalurl", "urleffective", "url_effective"]
        case .remoteAddress: ["ip", "remoteip", "ipaddress"]
        case .header, .cookie, .xpath, .body, .size, .dns, .connect, .tls, .transfer, .redirects: []
        }
    }

    private var example: String {
        switch self {
        case .status: "status: 201"
        case .header: #"header: "Content-Type", contains: "json""#
        case .json: #"json: "$.items", count: 2"#
        case .jsonSchema: #"jsonSchema: { type: "object", required: ["id"] }"#
        case .xpath: #"xpath: "//item", count: 2"#
        case .body: #"body: { contains: "ok" }"#
        case .size: "size: { atMost: 1000 }"
        case .duration: #"duration: { atMost: "2s" }"#
        case .cookie: #"cookie: "session", attribute: "HttpOnly", equals: true"#
        case .dns, .connect, .tls, .firstByte, .transfer: #"\#(rawValue): { atMost: "200ms" }"#
        case .httpVersion: #"httpVersion: "2""#
        case .redirects: "redirects: 1"
        case .effectiveURL: #"effectiveURL: { endsWith: "/home" }"#
        case .remoteAddress: #"remoteAddress: { startsWith: "10." }"#
        case .reply: #"reply: { startsWith: "220 " }"#
        case .answer: #"answer: { contains: "192.0.2.1" }"#
        case .certificate: #"certificate: { expiresIn: { atLeast: "14d" } }"#
        }
    }
}

extension ElementState {
    fileprivate var row: ConditionRow {
        ConditionRow(synonyms: synonyms, example: "\(rawValue): \"#menu\"") { file, kind, members in
            file.refuseComparisons(members, "'\(kind.key)' is not compared with anything")
            return file.target(kind.value, kind.key).map { [.state(self, $0)] } ?? []
        }
    }

    private var synonyms: [String] {
        switch self {
        case .present: ["exists", "exist", "attached"]
        case .absent: ["missing", "gone", "removed", "detached", "notexists"]
        case .hidden: ["invisible", "notvisible"]
        case .visible, .uncovered, .enabled, .disabled, .checked, .unchecked, .focused: []
        }
    }
}
