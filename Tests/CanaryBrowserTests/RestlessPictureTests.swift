import CanaryModel
import TestSupport
import Testing
import WebDriver

@testable import CanaryBrowser

@Suite("Pictures of pages that go on, or answer nothing") struct RestlessPictureTests {
    /// `/N` goes on to the page before it, at once, until `/0`; `/again` goes on to itself.
    private func withPages(
        processorTimes: (@Sendable () -> ProcessorTimes?)? = quietTimes,
        _ body: @Sendable (Page, _ baseURL: String) async throws -> Void
    ) async throws {
        try await RawServer.withServer { connection in
            guard let request = connection.readRequest() else { return }
            let path = request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
            if path == "/never" { return connection.waitForEnd() }
            let number = Int(path.dropFirst())
            let next = number.map { "/\($0 - 1)" } ?? path
            let script =
                number == 0
                ? "" : "<script>onload = () => setTimeout(() => location = '\(next)', 20)</script>"
            let page = "<!doctype html><title>\(path)</title><h1>Page</h1>" + script
            connection.write(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"
                    + "Content-Length: \(page.utf8.count)\r\n\r\n\(page)"
            )
        } _: { server in
            try await withPage(processorTimes: processorTimes) { page, _ in
                try await body(page, server.baseURL)
            }
        }
    }

    @Test("of one that comes to rest after some documents the last one is shown")
    func rest() async throws {
        try await withPages { page, baseURL in
            try await page.open(baseURL + "/3", until: within(.seconds(10)))
            await page.lose(documents: 4)
            #expect(try await page.screenshot(until: within(.seconds(20))).count > 500)
            let title = try await page.run(
                Script(source: "return document.title"),
                until: within(.seconds(5))
            )
            #expect(title == .string("/0"))
        }
    }

    @Test("of one that never comes to rest there is none, and the browser answers on")
    func unrest() async throws {
        try await withPages { page, baseURL in
            try await page.open(baseURL + "/again", until: within(.seconds(10)))
            await page.lose(documents: 4)
            let error = try await browserError { try await page.screenshot(until: within(.seconds(20))) }
            #expect(error.message.contains("it navigates on and on"), "\(error)")
            try await page.open(baseURL + "/0", until: within(.seconds(10)))
            #expect(try await page.screenshot(until: within(.seconds(20))).count > 500)
        }
    }

    @Test(
        "what answers nothing since a picture was asked for is not held against the page, unless it computes"
    )
    func owed() async throws {
        for (times, code) in [(quietTimes, FailureCode.driverGone), (Self.computing, .unresponsive)] {
            try await withPages(processorTimes: times) { page, baseURL in
                try await page.open(baseURL + "/0", until: within(.seconds(10)))
                let waiting = """
                    setTimeout(() => { const r = new XMLHttpRequest(); r.open('GET', '/never', false); r.send() }, 1500)
                    """
                _ = try await page.run(Script(source: waiting), until: within(.seconds(10)))
                let picture = try await browserError {
                    while true { _ = try await page.screenshot(until: within(.seconds(2))) }
                }
                #expect(picture.message.contains("drew no picture in time"), "\(picture)")
                let error = try await browserError {
                    try await page.locator(.css("h1")).text(until: within(.seconds(2)))
                }
                #expect(error.code == code, "\(error)")
            }
        }
    }

    /// Readings of a page that runs without a rest.
    private static let computing: @Sendable () -> ProcessorTimes? = {
        let start = ContinuousClock.now
        return {
            let time = ProcessorTime(used: start.duration(to: .now), waited: .zero, rests: 0)
            return ProcessorTimes(programs: [7: time], pages: [7], processors: 2)
        }
    }()

    @Test("an answer, also an error, tells that the driver does not wait for a picture")
    func answered() async throws {
        try await withPages { page, baseURL in
            try await page.open(baseURL + "/0", until: within(.seconds(10)))
            #expect(try await page.owesPictureAfterError() == false)
        }
    }
}

extension Page {
    /// Notes documents that were gone before a look at them was over.
    fileprivate func lose(documents count: Int) {
        for _ in 0..<count { documents.lose() }
    }

    fileprivate func owesPictureAfterError() async throws -> Bool {
        driver.isOwingPicture = true
        do {
            try await attempt(.findElement(using: .css, "#none"), until: within(.seconds(5)))
        } catch let error as WebDriverError where error.code == .noSuchElement {
            return driver.isOwingPicture
        }
        return true
    }
}
