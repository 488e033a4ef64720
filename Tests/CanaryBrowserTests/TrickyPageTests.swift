import CanaryBrowser
import CanaryModel
import DemoSite
import Foundation
import TestSupport
import Testing

@Suite("Pages that have misled waits and actions") struct TrickyPageTests {
    @Test("a click that makes its window close itself is done; the next step that needs it is told")
    func closing() async throws {
        try await withPage("/cases/windows") { page, _ in
            try await page.locator(.css("#popup")).click(until: within(.seconds(10)))
            try await page.goTo(.new, until: within(.seconds(10)))
            try await page.locator(.css("#close")).click(until: within(.seconds(10)))
            try await page.goTo(.main, until: within(.seconds(10)))
            try await page.expectText("#name", "main")
        }
    }

    @Test("an upper-case letter in a chord does not mean Shift", arguments: ["Control+A", "Control+a"])
    func chord(_ written: String) async throws {
        try await withPage("/cases/keyboard") { page, _ in
            try await page.locator(.css("#field")).press(
                try KeyChord(written: written),
                until: within(.seconds(10))
            )
            let events = try await page.text("#events")
            #expect(events.contains("ctrl+a KeyA"))
            #expect(!events.contains("shift"))
        }
    }

    @Test("pressing a key on what cannot take the focus fails", arguments: ["#span", "#disabled"])
    func unfocusable(_ selector: String) async throws {
        try await withHTML("<span id=span>text</span><button id=disabled disabled>x</button>") { page in
            let error = try await browserError {
                try await page.locator(.css(selector))
                    .press(try KeyChord(written: "Enter"), until: within(.milliseconds(300)))
            }
            #expect([.unfocusable, .disabled].contains(error.diagnoses.first?.reason))
        }
    }

    @Test("files go into file inputs only, and several only where several are taken")
    func upload() async throws {
        try await withPage("/cases/forms") { page, _ in
            let refused: [(String, [String], Diagnosis.Reason)] = [
                ("#text", ["/etc/hostname"], .unsuitable),
                ("#file", ["/etc/hostname", "/etc/passwd"], .singleFile),
            ]
            for (selector, files, reason) in refused {
                let error = try await browserError {
                    try await page.locator(.css(selector)).upload(files, until: within(.milliseconds(300)))
                }
                #expect(error.diagnoses.first?.reason == reason)
            }
        }
    }

    @Test("a folder goes into a field for folders, and into no other")
    func folder() async throws {
        let html = """
            <input type=file id=f webkitdirectory><input type=file id=g multiple><p id=out></p>
            <script>f.onchange = () => out.textContent = f.files.length</script>
            """
        try await withTemporaryFolder { folder in
            try FileManager.default.createDirectory(
                atPath: folder + "/sub",
                withIntermediateDirectories: true
            )
            for name in ["a.txt", "sub/b.txt"] {
                try Data("x".utf8).write(to: URL(filePath: "\(folder)/\(name)"))
            }
            try await withHTML(html) { page in
                try await page.locator(.css("#f")).upload([folder], until: within(.seconds(8)))
                try await page.expectText("#out", "2")
                for (selector, files) in [
                    ("#g", [folder]), ("#f", ["/etc/hostname"]), ("#f", [folder, "/etc"]),
                ] {
                    let error = try await browserError {
                        try await page.locator(.css(selector)).upload(files, until: within(.seconds(2)))
                    }
                    #expect(error.code == .value)
                    #expect(error.message.contains("folder"), "\(error.message)")
                }
            }
        }
    }

    @Test("XHTML documents are worked with like others")
    func xhtml() async throws {
        let page = """
            <html xmlns="http://www.w3.org/1999/xhtml"><body><input id="i"/><input id="c" type="checkbox"/>
            <select id="s"><option>One</option><option>Two</option></select></body></html>
            """
        try await withHTML(page, type: "application/xhtml+xml") { page in
            try await page.locator(.css("#i")).fill("value", until: within(.seconds(10)))
            try await page.locator(.css("#c")).setChecked(true, until: within(.seconds(10)))
            try await page.locator(.css("#s")).select(.label("Two"), until: within(.seconds(10)))
        }
    }

    @Test("a form whose fields are named like properties of the DOM hides nothing")
    func clobbered() async throws {
        let html = """
            <form><select name=children><option>1</select><input name=childNodes><input name=parentNode>
            <div id=a>first</div></form><div id=host></div>
            <script>host.attachShadow({mode:'open'}).innerHTML='<div id=b>second</div>'</script>
            """
        try await withHTML(html) { page in
            try await page.expect(
                [Condition(.count(.css("div"), .equalsNumber(3)), position: .test)],
                until: within(.seconds(10))
            )
            try await page.expect(
                [Condition(.state(.visible, .by(.text(TextPattern("first")))), position: .test)],
                until: within(.seconds(10))
            )
        }
    }

    @Test("among alternatives a role that appears late is found, and one that is there is not absent")
    func lateRole() async throws {
        let html =
            "<div id=d></div><script>setTimeout(() => d.innerHTML = '<button>Save</button>', 400)</script>"
        try await withHTML(html) { page in
            let target = Target(
                written: "[role=button, #x]",
                alternatives: [
                    Selector(.role("button", name: TextPattern("Save")), written: "role=button"),
                    Selector(.css("#x"), written: "#x"),
                ]
            )
            try await page.locator(target).click(until: within(.seconds(10)))
            let absent = Condition(.state(.absent, target), position: .test)
            let error = try await browserError {
                try await page.expect([absent], until: within(.milliseconds(600)))
            }
            #expect(error.diagnoses.first?.reason == .present)
        }
    }

    @Test("an exact role name holds for a text that CSS has made upper-case")
    func upperCaseRole() async throws {
        try await withHTML("<button style='text-transform: uppercase'>Log out</button>") { page in
            let target = Target.by(.role("button", name: TextPattern("Log out", isExact: true)))
            try await page.locator(target).click(until: within(.seconds(10)))
        }
    }

    @Test(
        "a download or an empty reply is no page, the first time too",
        arguments: ["no-content", "download"]
    )
    func noPage(_ path: String) async throws {
        try await withPage { page, site in
            let error = try await browserError {
                try await page.open(site.baseURL + "/cases/\(path)", until: within(.seconds(3)))
            }
            #expect(error.code == .navigation)
        }
    }

    @Test("a redirect without end is told by its cause")
    func redirects() async throws {
        try await withPage(behaviour: ["/": [.redirectForever]]) { page, site in
            let error = try await browserError {
                try await page.open(site.baseURL + "/", until: within(.seconds(5)))
            }
            #expect(error.message.contains("redirects without end"))
        }
    }

    @Test(
        "waits go on as before after a script with a short time, and a script with a mistake is told as one"
    )
    func scripts() async throws {
        try await withPage("/cases/late?appear=2500") { page, _ in
            _ = try await page.run(Script(source: "return 1"), until: within(.milliseconds(900)))
            try await page.locator(.css("#appeared")).click(until: within(.seconds(6)))
            let error = try await browserError {
                try await page.run(Script(source: "1 1"), until: within(.seconds(2)))
            }
            #expect(error.code == .flow)
        }
    }

    @Test("looking for suggestions on a large page does not hold the step up")
    func largePage() async throws {
        let html = """
            <table id=t></table><script>for (let i = 0; i < 5000; i++)
            t.insertRow().innerHTML = `<td class=c${i}>row ${i}</td><td>value ${i}</td>`</script>
            """
        try await withHTML(html) { page in
            let start = ContinuousClock.now
            _ = try await browserError {
                try await page.locator(.by(.text(TextPattern("row 9999")))).click(until: within(.seconds(2)))
            }
            _ = try await page.place(until: within(.seconds(5)))
            #expect(start.duration(to: .now) < .seconds(10))
        }
    }

    @Test("an XPath inside an element looks only there")
    func xpathWithin() async throws {
        try await withHTML("<p><b>1</b></p><div id=d><b>2</b></div>") { page in
            let inside = Target(
                Selector(.xpath("//b"), within: .css("#d"), written: "//b within #d")
            )
            let text = try await page.locator(inside).text(until: within(.seconds(10)))
            #expect(text == "2")
        }
    }

    @Test("windows are gone to by number, also when they open late")
    func windowNumber() async throws {
        try await withPage("/cases/windows") { page, _ in
            try await page.locator(.css("#late-popup")).click(until: within(.seconds(10)))
            try await page.goTo(.number(1), until: within(.seconds(10)))
            try await page.expectText("#name", "late")
        }
    }
}
