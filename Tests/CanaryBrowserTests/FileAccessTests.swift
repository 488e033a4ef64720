import CanaryBrowser
import CanaryModel
import Foundation
import TestSupport
import Testing

@Suite("Files that a page may not show") struct FileAccessTests {
    @Test("are told nothing of, wherever a page of a file goes by itself")
    func foreign() async throws {
        try await withTemporaryFolder { folder in
            let html = "<title>Own</title><a href='file:///etc/passwd'>Passwords</a>"
            try html.write(toFile: folder + "/own.html", atomically: true, encoding: .utf8)
            try await withPage { any, _ in
                let page = Page(any.live, files: FileAccess(folders: [folder]))
                try await page.open("file://\(folder)/own.html", until: within(.seconds(10)))
                let clicked = try await browserError {
                    try await page.locator(.css("a")).click(until: within(.seconds(10)))
                    try await page.expect(
                        [Condition(.text(.css("body"), .contains("never")), position: .test)],
                        until: within(.seconds(2))
                    )
                }
                #expect(clicked.code == .flow && clicked.message.contains("which lies outside"))
                #expect(clicked.diagnoses.isEmpty)
                let read = try await browserError {
                    try await page.locator(.css("body")).text(until: within(.seconds(2)))
                }
                #expect(read.code == .flow)
                let script = Script(source: "return document.body.innerText")
                let told = try await browserError { try await page.run(script, until: within(.seconds(2))) }
                #expect(told.code == .flow)
                let place = try await browserError { try await page.place(until: within(.seconds(2))) }
                #expect(place.code == .flow)
                let dom = try await browserError { try await page.snapshot(until: within(.seconds(2))) }
                #expect(dom.code == .flow)
            }
        }
    }
}
