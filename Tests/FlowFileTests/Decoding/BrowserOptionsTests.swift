import CanaryModel
import Testing

@testable import FlowFile

@Suite("The browser of a flow") struct BrowserOptionsTests {
    @Test("reads every option of the browser")
    func browser() {
        let reading = reading(
            """
            { name: 'a', steps: [ { click: '#b' } ], browser: {
              viewport: "390x844", locale: "de-AT", timezone: "Europe/Vienna", userAgent: "canary/1",
              headers: { "X-Canary": "1" }, basicAuth: { username: "u", password: "${PW}" },
              insecure: true, permissions: ["clipboard", "camera"],
              geolocation: { latitude: -48.2, longitude: 180 }, args: ["--lang=de"] } }
            """,
            environment: ["PW": "geheim"]
        )
        #expect(
            reading.flow?.browser
                == BrowserOptions(
                    viewport: Viewport(width: 390, height: 844),
                    locale: "de-AT",
                    timezone: "Europe/Vienna",
                    userAgent: "canary/1",
                    headers: ["X-Canary": "1"],
                    basicAuth: BasicAuth(username: "u", password: "geheim"),
                    insecure: true,
                    permissions: [.clipboard, .camera],
                    geolocation: Geolocation(latitude: -48.2, longitude: 180),
                    args: ["--lang=de"]
                )
        )
    }

    @Test(
        "takes languages and time zones that Chromium takes",
        arguments: [
            "locale: 'de'", "locale: 'de-at'", "locale: 'zh-Hant-TW'", "locale: 'es-419'", "locale: 'gsw'",
            "locale: 'nan'", "locale: 'en-US-POSIX'", "locale: 'de-AT-1996'", "locale: 'de-DE-u-co-phonebk'",
            "locale: 'en-UK'", "locale: 'iw'", "timezone: 'UTC'", "timezone: 'GMT+1'",
            "timezone: 'Etc/GMT-3'", "timezone: 'EST5EDT'", "timezone: 'US/Pacific'",
            "timezone: 'Asia/Calcutta'", "timezone: 'Asia/Kolkata'", "timezone: 'Europe/Kyiv'",
            "timezone: 'America/Argentina/Buenos_Aires'",
        ]
    )
    func places(option: String) {
        #expect(reading("{ name: 'a', steps: [ { back: true } ], browser: { \(option) } }").told == [])
    }

    @Test(
        "refuses what the browser cannot be",
        arguments: [
            ("veiwport: '1x1'", "1:12 unknown key 'veiwport' in browser; did you mean 'viewport'?"),
            ("permissions: ['clipbord']", "1:26 unknown permission 'clipbord'; did you mean 'clipboard'?"),
            ("geolocation: { latitude: 1 }", "1:25 geolocation needs 'longitude'"),
            (
                "geolocation: { latitude: 91, longitude: 1 }",
                "1:37 latitude takes a number from -90 to 90, got the number 91"
            ),
            ("viewport: '1280'", "1:22 viewport takes a size such as \"1280x720\", got '1280'"),
            ("viewport: '1280x-1'", "1:22 viewport takes a size such as \"1280x720\", got '1280x-1'"),
            ("viewport: '0x20'", "1:22 viewport takes sides from 1 to 16384 pixels, got '0x20'"),
            ("viewport: [1,2]", "1:22 viewport takes a size such as \"1280x720\", got a list"),
            ("locale: 'de_AT'", "1:20 'de_AT' is not a language tag such as 'de-AT'; did you mean 'de-AT'?"),
            (
                "locale: 'en-GBR'",
                "1:20 'en-GBR' is not a language tag such as 'de-AT'; did you mean 'en-GB'?"
            ),
            ("locale: 'english'", "1:20 'english' is not a language tag such as 'de-AT'"),
            ("locale: 'xx-AT'", "1:20 'xx-AT' is not a language tag such as 'de-AT'"),
            (
                "timezone: 'Europe/Viena'",
                "1:22 'Europe/Viena' is not a time zone such as 'Europe/Vienna'; did you mean 'Europe/Vienna'?"
            ),
            (
                "timezone: 'new york'",
                "1:22 'new york' is not a time zone such as 'Europe/Vienna'; did you mean 'America/New_York'?"
            ),
            ("timezone: 'utc'", "1:22 'utc' is not a time zone such as 'Europe/Vienna'; did you mean 'UTC'?"),
            ("locale: 'x'", "1:20 'x' is not a language tag such as 'de-AT'"),
            (
                "timezone: 'Central Europe'",
                "1:22 'Central Europe' is not a time zone such as 'Europe/Vienna'"
            ),
            ("userAgent: 'a\\nb'", "1:23 userAgent cannot hold line ends or control characters"),
            ("headers: []", "1:21 headers takes an object such as { \"X-Canary\": \"1\" }, got a list"),
            ("headers: { 'a b': '1' }", "1:23 'a b' is not a header name"),
            ("headers: { a: 1 }", "1:26 a header takes a string, got the number 1"),
            ("headers: { a: 'b\\r\\nc: d' }", "1:26 a header cannot hold line ends or control characters"),
            ("basicAuth: { username: 'a' }", "1:23 basicAuth needs 'password'"),
            (
                "basicAuth: 'a:b'",
                "1:23 basicAuth takes an object { username: \"…\", password: \"…\" }, got the string 'a:b'"
            ),
            ("insecure: 'yes'", "1:22 insecure takes true or false, got the string 'yes'"),
            ("args: ['lang']", "1:19 an argument of the browser begins with '--', got the string 'lang'"),
        ]
    )
    func browserMistakes(option: String, told: String) {
        #expect(reading("{browser: {\(option)}, name: 'a', steps: [{ back: true }] }").told == [told])
    }
}
