import Testing

@testable import FlowFile

@Suite("Mistakes in requests of a flow file") struct RequestMistakeTests {
    @Test(
        "are refused with their mistakes",
        arguments: [
            ("request: 'http://a', expect: { json: '$.a', exists: true }", "'json' needs a comparison"),
            (
                "request: 'http://a', expect: { json: '$.a', equals: 1, exists: true }",
                "unknown key 'exists' in a condition; write absent: false"
            ),
            (
                "request: 'http://a', expect: { json: '$.a', notEquals: 1, equals: 2 }",
                "unknown key 'notEquals' in a condition; write equals with not: true beside it"
            ),
            ("request: 'http://a', body: 'x'", "unknown key 'body' in a step; did you mean 'json'?"),
            ("request: 'http://a', save: { A: { regex: 'a(.)' } }", "a saved value needs one of status,"),
            (
                "request: 'http://a', save: { A: { via: 'trim', as: 'x' } }",
                "a saved value needs one of status,"
            ),
            (
                "request: 'http://a', expect: { cookie: 'id[Secure]', absent: true }",
                "'id[Secure]' is not the name of a cookie; write cookie: \"id\", attribute: \"Secure\""
            ),
            (
                "request: 'http://a', expect: { body: { bytes: { startsWith: 'efb' } } }",
                "bytes takes pairs of hexadecimal digits"
            ),
            (
                "request: 'POST http://a', headers: { 'Content-Length': '5' }",
                "Content-Length follows from the body and cannot be set"
            ),
            ("get: 'http://a'", "unknown action 'get'; did you mean 'request'?"),
            (
                "request: 'http://a', expect: { certificate: { expires: { atLeast: '14d' } } }",
                "unknown key 'atLeast' in a comparison of expires"
            ),
            (
                "request: 'http://a', expect: { certificate: { expiresIn: '14d' } }",
                "expiresIn takes a comparison such as { atLeast: \"14d\" }, got the string '14d'"
            ),
            (
                "request: 'http://a', expect: { cookie: 'a', attribute: 'HttpOnyl', equals: true }",
                "attribute takes one of Expires, Max-Age, Domain, Path, Secure, HttpOnly, SameSite, got 'HttpOnyl'; did you mean 'HttpOnly'?"
            ),
            (
                "request: 'http://a', expect: { dns: { atMost: '500d' } }",
                "atMost takes a time such as \"10s\", got '500d'; the units are ms, s, m, h and d, the larger first; 455d is the longest"
            ),
            (
                "request: 'http://a', expect: { body: {} }",
                "body takes a comparison such as { contains: \"…\" }, got an object"
            ),
            (
                "request: 'http://a', expect: { certificate: { issuer: {} } }",
                "issuer takes a comparison such as { contains: \"…\" }, got an object"
            ),
            (
                "request: 'http://a', cookies: 'page'",
                "cookies takes true, false or \"browser\", got the string 'page'"
            ),
            (
                "request: 'http://a', http: 3",
                "http takes \"1.1\" or \"2\", got the number 3"
            ),
            (
                "request: 'http://a', followRedirects: 100",
                "followRedirects takes a whole number from 0 to 50, got the number 100"
            ),
            (
                "request: 'http://a', clientCertificate: '.', key: 'k.pem'",
                "there is no file 'k.pem'"
            ),
            (
                "request: 'http://a', key: '.'",
                "'key' goes with 'clientCertificate'; name both in the same place"
            ),
            ("request: 'http://a', caCertificate: 'none.pem'", "there is no file 'none.pem'"),
            ("request: 'http://a', file: '/etc/passwd'", "'/etc/passwd' lies outside of the flow's folder"),
            (
                "request: 'http://a', proxy: 'proxy:3128'",
                "proxy takes the URL of a proxy such as \"http://proxy.example:3128\", or false, got 'proxy:3128'"
            ),
            (
                "request: 'http://a', resolve: { 'a.example': '10.0.0.1' }",
                "'a.example' is not a host with its port, as api.example.com:443"
            ),
            ("request: 'http://a', ipVersion: 5", "ipVersion takes 4 or 6, got the number 5"),
            (
                "request: 'http://a', auth: { awsSigV4: { service: 's3', accessKey: 'a', secretKey: 'b' } }",
                "awsSigV4 needs 'region'"
            ),
            (
                "request: 'http://a', multipart: { a: { file: '.', text: 'x' } }",
                "a part has either 'file' or 'text'"
            ),
            (
                "request: 'http://a', save: { A: { header: 'a', attribute: 'Path' } }",
                "'attribute' goes with 'cookie'"
            ),
            ("request: 'post http://a/x'", "a method stands in capitals, got 'post'; write POST"),
            (
                "request: 'file:///etc/passwd'",
                "'file:///etc/passwd' cannot be requested: 'file:' is not an HTTP scheme"
            ),
            (
                "request: 'http://a', json: { a: 0x10 }",
                "'0x10' is a number of JSON5 and not of JSON; write 16"
            ),
            ("request: 'http://a', json: [ NaN ]", "JSON has no number 'NaN'"),
            ("request: 'http://a', json: [ +1 ]", "'+1' is a number of JSON5 and not of JSON; write 1"),
            (
                "request: 'http://a', json: 1, text: 'x'",
                "a request has one body, this one has 'json' and 'text'"
            ),
            (
                "request: 'http://a', frame: '#f'",
                "'frame' goes with steps on a page, not with a request"
            ),
            (
                "request: 'http://a', screenshot: false",
                "'screenshot' goes with steps on a page, not with a request"
            ),
            (
                "request: 'http://a', expect: { visible: '#a' }",
                "'visible' is a condition on a page, not on a response"
            ),
            (
                "open: 'http://a', expect: { status: 200 }",
                "'status' is a condition on a response: it goes with 'request'"
            ),
            (
                "waitFor: { json: '$.a', equals: 1 }",
                "'json' is a condition on a response: it goes with 'request'"
            ),
            (
                "request: 'http://a', expect: { json: '$.a' }",
                "'json' needs a comparison; add equals: \"…\", or absent: false for any value"
            ),
            (
                "request: 'http://a', expect: { json: '$.a', type: 'text' }",
                "type takes one of null, boolean, integer, number, string, array, object, got 'text'"
            ),
            (
                "request: 'http://a', expect: { status: 'ok' }",
                "status takes a status such as 200, \"2xx\" or a list of them, got the string 'ok'"
            ),
            (
                "request: 'http://a', expect: { status: 200, equals: 1 }",
                "the comparison of 'status' stands in its value"
            ),
            (
                "click: '#a', expect: { visible: '#a', lessThan: 5 }",
                "'lessThan' goes with 'json', 'header', 'cookie' and 'xpath'"
            ),
            (
                "request: 'http://a', expect: { json: '$.a', contains: '' }",
                "contains takes a text that is not empty: the empty one would always fit"
            ),
            (
                "request: 'http://a', expect: { duration: { atMost: 5 } }",
                "atMost takes a time such as \"10s\", got the number 5"
            ),
            (
                "request: 'http://a', save: { X: { json: '$.a', status: true } }",
                "a saved value has one source, this one has 'json' and 'status'"
            ),
            ("request: 'http://a', expect: { jsonSchema: { typ: 1 } }", "the JSON Schema cannot be used: "),
            ("request: 'http://a', expect: { jsonSchema: 'none.json' }", "there is no file 'none.json'"),
            (
                "request: 'http://a', status: 200, expect: { status: 200 }",
                "the status stands beside the request or in its 'expect', not in both"
            ),
            ("request: 'http://a', retry: { every: '1s' }", "retry needs 'for'; add for: \"30s\""),
            (
                "request: 'http://a', retry: { for: '1s', until: { visible: '#a' } }",
                "'visible' is a condition on a page, not on a response"
            ),
            (
                "request: 'http://a', retry: { for: '1s', backoff: 0.5 }",
                "backoff takes a number from 1 to 10, got the number 0.5"
            ),
            ("request: 'http://a', auth: { basic: { username: 'a' } }", "basic needs 'password'"),
            (
                "request: 'http://a', auth: 'token'",
                "auth takes { bearer: \"…\" }, { basic: { username: \"…\", password: \"…\" } }, digest, awsSigV4, or false for none, got the string 'token'"
            ),
            (
                "request: 'GET ', expect: { status: 200 }",
                "request takes a method and a URL such as \"POST /orders\", got 'GET '"
            ),
            ("request: 'http://a', headers: { 'X A': 'v' }", "'X A' is not a header name"),
            (
                "request: 'http://a', headers: { 'X-A': 'v\\r\\nE: 1' }",
                "the value of a header field has no line breaks"
            ),
            ("request: 'http://a', expect: { header: '', contains: 'a' }", "header names no header field"),
            ("request: 'http://a', expect: { status: [] }", "status names no status"),
            (
                "request: 'http://a', expect: { duration: '2s' }",
                "duration takes a comparison such as { atMost: \"2s\" }, got the string '2s'"
            ),
            ("click: '#a', json: {}", "'json' goes with 'request'; this step has 'click'"),
            ("click: '#a', log: 'x', level: 'loud'", "level takes one of info, warning, error"),
            ("click: '#a', level: 'info'", "'level' goes with 'log'"),
            ("connect: 'nohost'", "connect takes a host with a port"),
            ("connect: 'a:70000'", "connect takes a host with a port"),
            ("connect: 'a:25', insecure: true", "'insecure' goes with tls: true"),
            (
                "connect: 'a:25', expect: { status: 200 }",
                "'status' is a condition on a response: it goes with 'request'"
            ),
            (
                "request: 'http://a', expect: { reply: 'x' }",
                "'reply' is a condition on a response: it goes with 'connect'"
            ),
            ("dns: 'a', record: 'PTR'", "record takes one of A, AAAA, CNAME, MX, TXT"),
            ("dns: ''", "dns names no host"),
            (
                "dns: 'a', expect: { reply: 'x' }",
                "'reply' is a condition on a response: it goes with 'connect'"
            ),
            (
                "request: 'http://a', expect: { json: '$.a', via: 'up', equals: 1 }",
                "unknown filter 'up'; the filters are count"
            ),
            (
                "request: 'http://a', expect: { json: '$.a', via: 'trimm', equals: 1 }",
                "unknown filter 'trimm'; did you mean 'trim'?"
            ),
            (
                "request: 'http://a', expect: { json: '$.a', via: ['split'], equals: 1 }",
                "the filter split needs a value; write { split: \",\" }"
            ),
            (
                "request: 'http://a', expect: { json: '$.a', via: { nth: 'x' }, equals: 1 }",
                "nth takes a number"
            ),
            (
                "request: 'http://a', expect: { json: '$.a', via: { replace: 'x' }, equals: 1 }",
                "'replace' needs 'with'"
            ),
            ("request: 'http://a', expect: { json: '$.a', via: [], equals: 1 }", "via names no filter"),
            ("request: 'http://a', expect: { json: '$.a', via: 'trim' }", "'json' needs a comparison"),
            (
                "request: 'http://a', expect: { json: '$.a', each: 5 }",
                "each takes a comparison such as { atLeast: 1 }"
            ),
            ("request: 'http://a', expect: { json: '$.a', each: {} }", "each needs a comparison"),
            (
                "request: 'http://a', expect: { xpath: '//a[', count: 1 }",
                "'//a[' is not a valid XPath: '[' without its ']'"
            ),
            ("request: 'http://a', expect: { body: { bytes: {} } }", "bytes takes a comparison"),
            (
                "request: 'http://a', expect: { body: { via: { jsonpath: '$.' }, equals: 1 } }",
                "'$.' is not a valid JSONPath"
            ),
        ]
    )
    func mistakes(step: String, told: String) {
        let first = readingStep("{ \(step) }").told.first ?? "none"
        #expect(first.drop { $0 != " " }.dropFirst().hasPrefix(told), "\(first)")
    }
}
