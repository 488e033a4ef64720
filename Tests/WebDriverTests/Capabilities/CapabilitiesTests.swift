import Foundation
import Testing

@testable import WebDriver

@Suite("Capabilities") struct CapabilitiesTests {
    @Test("asking for nothing is an empty alwaysMatch and no firstMatch")
    func nothing() throws {
        #expect(try json(Capabilities()) == #"{"alwaysMatch":{}}"#)
    }

    @Test("everything that can be asked for is sent under its name")
    func everything() throws {
        var set = CapabilitySet()
        set.browserName = "chrome"
        set.browserVersion = "156"
        set.platformName = "linux"
        set.acceptInsecureCerts = true
        set.pageLoadStrategy = .eager
        set.proxy = .direct
        set.timeouts = Timeouts(script: .never, pageLoad: .after(.seconds(2)), implicit: .after(.zero))
        set.strictFileInteractability = true
        set.unhandledPromptBehavior = .all(.dismissAndNotify)
        set.webSocketURL = true
        set.chromeOptions = chromeOptions
        set.loggingPrefs = ["browser": "ALL"]
        set.vendor = ["se:downloadsEnabled": true, "moz:firefoxOptions": ["args": ["-headless"]]]
        var alternative = CapabilitySet()
        alternative.browserName = "firefox"
        let capabilities = Capabilities(alwaysMatch: set, firstMatch: [alternative, CapabilitySet()])
        #expect(try json(capabilities) == canonicalJSON(Data(Self.everything.utf8)))
    }

    private static let everything = #"""
        {"alwaysMatch": {
            "browserName": "chrome", "browserVersion": "156", "platformName": "linux", "acceptInsecureCerts": true,
            "pageLoadStrategy": "eager", "proxy": {"proxyType": "direct"},
            "timeouts": {"script": null, "pageLoad": 2000, "implicit": 0}, "strictFileInteractability": true,
            "unhandledPromptBehavior": "dismiss and notify", "webSocketUrl": true,
            "goog:chromeOptions": {
                "args": ["--a"], "binary": "/b", "excludeSwitches": ["c"], "prefs": {"d.e": 1, "f": {"g": true}},
                "localState": {"h": "i"}, "extensions": ["ag=="], "mobileEmulation": {"deviceName": "j"},
                "perfLoggingPrefs": {"enableNetwork": true}, "debuggerAddress": "k:1", "browserStartupTimeout": 1500,
                "detach": true, "quitGracefully": false, "windowTypes": ["l"], "logPath": "/m", "minidumpPath": "/n"
            },
            "goog:loggingPrefs": {"browser": "ALL"}, "se:downloadsEnabled": true,
            "moz:firefoxOptions": {"args": ["-headless"]}
        }, "firstMatch": [{"browserName": "firefox"}, {}]}
        """#

    private var chromeOptions: ChromeOptions {
        var options = ChromeOptions()
        options.args = ["--a"]
        options.binary = "/b"
        options.excludeSwitches = ["c"]
        options.prefs = ["d.e": 1, "f": ["g": true]]
        options.localState = ["h": "i"]
        options.extensions = ["ag=="]
        options.mobileEmulation = ["deviceName": "j"]
        options.perfLoggingPrefs = ["enableNetwork": true]
        options.debuggerAddress = "k:1"
        options.browserStartupTimeout = .milliseconds(1500)
        options.detach = true
        options.quitGracefully = false
        options.windowTypes = ["l"]
        options.logPath = "/m"
        options.minidumpPath = "/n"
        return options
    }

    static let proxies: [(Proxy, String)] = [
        (.direct, #"{"proxyType":"direct"}"#),
        (.system, #"{"proxyType":"system"}"#),
        (.autodetect, #"{"proxyType":"autodetect"}"#),
        (.pac(url: "http://p/x"), #"{"proxyAutoconfigUrl":"http://p/x","proxyType":"pac"}"#),
        (
            .manual(Proxy.Manual(http: "a:1", https: "b:2", bypass: ["c", "d"])),
            #"{"httpProxy":"a:1","noProxy":["c","d"],"proxyType":"manual","sslProxy":"b:2"}"#
        ),
        (
            .manual(Proxy.Manual(socks: Proxy.Socks(address: "e:3"))),
            #"{"proxyType":"manual","socksProxy":"e:3","socksVersion":5}"#
        ),
    ]

    @Test("every kind of proxy is sent as the specification has it", arguments: proxies)
    func proxy(proxy: Proxy, expected: String) throws {
        #expect(try json(proxy) == canonicalJSON(Data(expected.utf8)))
    }

    static let promptBehaviors: [(UnhandledPromptBehavior, String)] = [
        (.all(.accept), #""accept""#),
        (.all(.dismiss), #""dismiss""#),
        (.all(.acceptAndNotify), #""accept and notify""#),
        (.all(.dismissAndNotify), #""dismiss and notify""#),
        (.all(.ignore), #""ignore""#),
        (
            .each([.beforeUnload: .accept, .default: .ignore]),
            #"{"beforeUnload":"accept","default":"ignore"}"#
        ),
    ]

    @Test("a prompt behaviour is a string or a map, both ways", arguments: promptBehaviors)
    func promptBehavior(behavior: UnhandledPromptBehavior, text: String) throws {
        #expect(try json(behavior) == text)
        #expect(try JSONDecoder().decode(UnhandledPromptBehavior.self, from: Data(text.utf8)) == behavior)
    }

    @Test("a capability of an unexpected type counts as not reported and spoils nothing")
    func lenient() throws {
        let text = #"""
            {"browserName": 7, "browserVersion": "140.0", "timeouts": "none", "unhandledPromptBehavior": "shrug",
             "pageLoadStrategy": "lazy", "moz:processID": 42, "webSocketUrl": true, "userAgent": "UA",
             "chrome": {"userDataDir": "/p"}, "goog:chromeOptions": {"debuggerAddress": "localhost:1"}, "se:cdp": "ws:"}
            """#
        var expected = SessionCapabilities()
        expected.browserVersion = "140.0"
        expected.processID = 42
        expected.userAgent = "UA"
        expected.userDataDirectory = "/p"
        expected.debuggerAddress = "localhost:1"
        expected.isGrid = true
        #expect(try JSONDecoder().decode(SessionCapabilities.self, from: Data(text.utf8)) == expected)
    }

    @Test("an id beside the value is taken too")
    func oldReply() throws {
        let text = #"{"sessionId":"s1","status":0,"value":{"browserName":"chrome"}}"#
        let reply = try Command<NewSession>.newSession(Capabilities()).decode(Data(text.utf8))
        #expect(reply.id == "s1")
        #expect(reply.capabilities.browserName == "chrome")
    }

    @Test("an empty id is none")
    func emptyID() throws {
        let text = #"{"value":{"sessionId":"","capabilities":{"browserName":"chrome"}}}"#
        let error = try #require(throws: DecodingError.self) {
            try Command<NewSession>.newSession(Capabilities()).decode(Data(text.utf8))
        }
        #expect("\(error)".contains("its id is empty"))
    }

    private func json(_ value: some Encodable) throws -> String {
        try canonicalJSON(JSONEncoder().encode(value))
    }
}
