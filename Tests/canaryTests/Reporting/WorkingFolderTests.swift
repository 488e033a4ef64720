import Testing

@testable import canary

@Suite("Working folder") struct WorkingFolderTests {
    private let folder = WorkingFolder(path: "/home/maya")

    @Test(
        "a path begins in it, unless it begins at the root",
        arguments: [
            ("out", "/home/maya/out"), ("out/", "/home/maya/out"), ("../x", "/home/maya/../x"),
            ("/tmp//", "/tmp"),
            ("/", "/"), (".", "/home/maya/."),
        ]
    )
    func absolute(_ path: String, _ absolute: String) {
        #expect(folder.absolute(path) == absolute)
    }

    @Test(
        "a program may be a bare name or a URL too",
        arguments: [
            ("chromedriver", "chromedriver"), ("bin/chromedriver", "/home/maya/bin/chromedriver"),
            ("./x", "/home/maya/x"), (".//x", "/home/maya/x"), ("/usr/bin/x", "/usr/bin/x"),
            ("http://host:1/wd", "http://host:1/wd"),
        ]
    )
    func program(_ name: String, _ program: String) {
        #expect(folder.program(name) == program)
    }

    @Test(
        "what lies in it is shown from it",
        arguments: [("/home/maya/a/b", "a/b"), ("/home/mayab", "/home/mayab")]
    )
    func shown(_ path: String, _ shown: String) {
        #expect(folder.shown(path) == shown)
    }
}
