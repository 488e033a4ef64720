import CanaryModel
import Foundation
import Testing

@testable import FlowFile

@Suite("The files that a flow may read") struct FileAccessTests {
    private func told(
        _ step: String,
        _ folder: TemporaryFolder,
        allowed: [String] = []
    ) throws -> [String] {
        try folder.write("flows/a.canary.json5", Data("{ name: 'a', steps: [\n\(step)\n] }".utf8))
        return FlowReader(permissions: FlowPermissions(folders: allowed))
            .read(path: folder.path + "/flows/a.canary.json5").told
    }

    private static let files = [
        "flows/page.html": "", "flows/sub/s.steps.json5": "[{ back: true }]", "other/page.html": "",
        "other/s.steps.json5": "[{ back: true }]",
    ]

    @Test(
        "are those of its folder, by links too as long as these stay there",
        arguments: ["page.html", "sub/../page.html", "inside.html", "linked/s.steps.json5"]
    )
    func inside(name: String) throws {
        try TemporaryFolder.with(Self.files) { folder in
            try folder.link("flows/inside.html", to: "page.html")
            try folder.link("flows/linked", to: "sub")
            #expect(try told("{ upload: '#a', files: ['\(name)'] }", folder) == [])
            #expect(try told("{ open: 'file://\(folder.path)/flows/\(name)' }", folder) == [])
        }
    }

    @Test(
        "are not those outside of it, by whatever path or link",
        arguments: ["../other/page.html", "out.html", "out/page.html", "sub/../../other/page.html"]
    )
    func outside(name: String) throws {
        try TemporaryFolder.with(Self.files) { folder in
            try folder.link("flows/out.html", to: "../other/page.html")
            try folder.link("flows/out", to: folder.path + "/other")
            for step in [
                "{ upload: '#a', files: ['\(name)'] }", "{ open: 'file://\(folder.path)/flows/\(name)' }",
            ] {
                let told = try told(step, folder)
                #expect(told.count == 1)
                #expect(told.first?.hasSuffix(outsideHelp) ?? false, "\(told)")
            }
            #expect(
                try told("{ upload: '#a', files: ['\(name)'] }", folder, allowed: [folder.path + "/other"])
                    == []
            )
        }
    }

    @Test("steps of another folder are used where it is allowed, and not by a link out of the flow's")
    func sharedSteps() throws {
        try TemporaryFolder.with(Self.files) { folder in
            try folder.link("flows/l.steps.json5", to: "../other/s.steps.json5")
            for name in ["../other/s.steps.json5", "l.steps.json5", folder.path + "/other/s.steps.json5"] {
                let refused = try told("{ use: '\(name)' }", folder)
                #expect(refused.count == 1)
                #expect(refused.first?.hasSuffix(outsideHelp) ?? false, "\(refused)")
                #expect(try told("{ use: '\(name)' }", folder, allowed: [folder.path + "/other"]) == [])
            }
        }
    }

    @Test(
        "pages are told as browsers read their addresses",
        arguments: [
            "file:///etc/passwd", "FILE:///etc/passwd", "file:/etc/passwd", "file:etc/passwd",
            "file://localhost/etc/passwd", "file://elsewhere/etc/passwd", "file:\\\\\\\\etc\\\\passwd",
            "file:////etc//passwd", "file://FOLDER/../etc/passwd", "file://FOLDER/%2e%2e/%2E./etc/passwd",
            "file:///%65tc/passwd?FOLDER#FOLDER", "file:///", "file:///%ff", "${A:-file}:///etc/passwd",
        ]
    )
    func addresses(url: String) throws {
        try TemporaryFolder.with(Self.files) { folder in
            let url = url.replacingOccurrences(of: "FOLDER", with: folder.path + "/flows")
            let told = try told("{ open: '\(url)' }", folder)
            #expect(told.count == 1 && told.first?.hasSuffix(outsideHelp) ?? false, "\(told)")
        }
    }

    @Test(
        "addresses that only become known during the run are told too",
        arguments: [
            " file:///etc/passwd", "fi\tle:///etc/passwd", "view-source:file:///etc/passwd",
            "filesystem:file:///etc/passwd",
        ]
    )
    func whileRunning(url: String) {
        #expect(!FileAccess(folders: ["/tmp"]).allows(url: url))
        #expect(FileAccess(folders: ["/etc"]).allows(url: url))
        #expect(FileAccess(folders: []).allows(url: "https://example.com/file:///etc/passwd"))
    }
}
