import Testing

@testable import CanaryReport

@Suite("Reporter") struct ReporterTests {
    static let ways: [(folder: String, file: String, way: String)] = [
        ("/a/runs/1", "/a/runs/1/report.html", ""),
        ("/a/runs/1", "/a/report.html", "runs/1"),
        ("/a/runs/1", "/a/b/c/report.html", "../../runs/1"),
        ("/a/runs/1", "/x/report.html", "../a/runs/1"),
        ("runs/1", "report.html", "runs/1"),
        ("./runs/../runs/1/", "out/report.html", "../runs/1"),
    ]

    @Test("links of a report outside of the run's folder begin where it lies", arguments: ways)
    func way(_ folder: String, _ file: String, _ way: String) {
        #expect(Reporter.way(to: folder, from: file) == way)
    }
}
