import Foundation
import TestSupport
import Testing

@Suite("scripts/check-imports") struct CheckImportsTests {
    @Test("imports of every form that are declared pass")
    func declared() async throws {
        let output = try await check([
            "Sources/Top/Top.swift": """
            import Foundation
            public import struct Middle.Value
            #if canImport(Bottom)
              @testable import Bottom
            #endif
            """,
            "Sources/Middle/Middle.swift": "@preconcurrency public import Bottom\n",
            "Tests/TopTests/TopTests.swift": "@testable import Top\nimport Testing\n",
        ])
        #expect(output == ["exit 0"])
    }

    @Test("an import that is not declared is named with its place, a dependency without import by its edge")
    func undeclared() async throws {
        let output = try await check([
            "Sources/Top/Inner/Top.swift": "\nimport Middle\nlet note = \"import Bottom\"\n",
            "Sources/Middle/Middle.swift": "import Bottom\n// import Top\nimport Testing\n",
            "Tests/TopTests/TopTests.swift": "import Top\nimport Middle\n",
        ])
        #expect(
            output == [
                "Tests/TopTests/TopTests.swift:2: imports Middle, which Package.swift does not declare for TopTests",
                "Package.swift: Top declares Bottom and never imports it",
                "exit 1",
            ]
        )
    }

    @Test("a program that a test only needs built is no fault")
    func program() async throws {
        let output = try await check([
            "Sources/Top/Top.swift": "import Bottom\nimport Middle\n",
            "Sources/Middle/Middle.swift": "import Bottom\n",
            "Tests/TopTests/TopTests.swift": "import Top\n",
        ])
        #expect(output == ["exit 0"])
    }

    /// Checks a package of `Top` → `Middle` → `Bottom`, `Top` → `Bottom`, and `TopTests` → `Top`, `program`.
    private func check(_ sources: [String: String]) async throws -> [String] {
        try await withTemporaryFolder { folder in
            try write(
                [
                    "Package.swift": """
                    // swift-tools-version: 6.2
                    import PackageDescription
                    let package = Package(
                        name: "tower",
                        targets: [
                            .target(name: "Top", dependencies: ["Middle", "Bottom"]),
                            .target(name: "Middle", dependencies: ["Bottom"]),
                            .target(name: "Bottom"),
                            .executableTarget(name: "program"),
                            .testTarget(name: "TopTests", dependencies: ["Top", "program"]),
                        ]
                    )
                    """,
                    "Sources/Bottom/Bottom.swift": "",
                    "Sources/program/main.swift": "",
                ],
                in: folder
            )
            try write(sources, in: folder)
            return try await Script.run("check-imports", [folder])
        }
    }
}

/// Writes text files, by path below `folder`.
private func write(_ files: [String: String], in folder: String) throws {
    for (path, text) in files {
        let file = URL(filePath: folder).appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: file)
    }
}
