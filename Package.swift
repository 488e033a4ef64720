// swift-tools-version: 6.2
import PackageDescription

// This file is the drawing of the house: a target may import what it names here and nothing else
// of ours (`scripts/test` checks it).

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335: `any` says where a value is boxed
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409: an import is not part of the interface
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444: members come from what a file imports
    .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: [.target(name: name)] + dependencies,
        exclude: exclude,
        swiftSettings: settings
    )
}

let package = Package(
    name: "canary",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "canary", targets: ["canary"]),
        .library(name: "CanaryModel", targets: ["CanaryModel"]),
        .library(name: "WebDriver", targets: ["WebDriver"]),
        .library(name: "CanaryBrowser", targets: ["CanaryBrowser"]),
    ],
    targets: [
        .executableTarget(
            name: "canary",
            dependencies: [
                "CanaryModel", "FlowFile", "WebDriver", "CanaryRunner", "CanaryReport", "DemoSite",
                "StepExecutors", "CanaryJSON", "CanarySchedule", "CMalloc",
            ],
            swiftSettings: settings
        ),
        library("CanaryReport", ["CanaryModel", "Hashing", "CReportAssets"]),
        library(
            "StepExecutors",
            ["CanaryModel", "CanaryRunner", "CanaryBrowser", "WebDriver", "CanaryAPI", "CanaryHTTP"]
        ),
        library("CanaryRunner", ["CanaryModel"]),
        library(
            "CanaryAPI",
            ["CanaryModel", "CanaryJSON", "CanaryXML", "CanaryHTTP", "Hashing", "CResolve"]
        ),
        library("CanaryBrowser", ["CanaryModel", "WebDriver", "CPageScripts"]),
        library("WebDriver", ["CanaryHTTP", "CSpawn"]),
        library("CanaryHTTP", ["CCurl"]),
        library("FlowFile", ["CanaryModel", "CanaryJSON", "CanarySchedule"]),
        library("DemoSite", ["CSite"]),
        library("HTTPServing", ["CanaryHTTP", "CMicrohttpd", "CSpawn"]),
        library("CanaryJSON", ["CanaryModel"]),
        library("CanaryXML", ["CXPath"]),
        library("Hashing", ["CCrypto"]),
        library("CanarySchedule"),
        library("CanaryService", ["CanarySchedule"]),
        library("CanaryStore", ["CanaryModel", "CSQLite"]),
        library("CanaryModel"),

        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .target(name: "CSpawn"),  // posix_spawn with what Swift does not see of it
        .target(name: "CResolve", linkerSettings: [.linkedLibrary("resolv")]),  // DNS by libresolv
        // SQLite, as a static archive: it needs libc and libm alone.
        .target(
            name: "CSQLite",
            linkerSettings: [.unsafeFlags(["-Xlinker", "-l:libsqlite3.a"], .when(platforms: [.linux]))]
        ),
        .target(name: "CXPath"),  // libxml2, opened when it is needed
        .target(name: "CMicrohttpd"),  // libmicrohttpd, opened when it is needed
        .target(name: "CPageScripts", exclude: ["page"]),  // scripts that run in the page
        .target(name: "CReportAssets", exclude: ["page"]),  // style and script of report.html
        .target(name: "CSite"),  // pages of the demo site, bundled flows

        .target(
            name: "TestSupport",
            dependencies: ["CSpawn"],
            path: "Tests/TestSupport",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "LeftoverProbe",  // a session that a test kills from outside
            dependencies: ["WebDriver"],
            path: "Tests/LeftoverProbe",
            swiftSettings: settings
        ),
        tests("CanaryAPI", ["CanaryHTTP", "CanaryModel"]),
        .executableTarget(
            name: "ConformanceProbe",  // runs the public suites of JSONPath and JSON Schema
            dependencies: ["CanaryJSON", "CanaryModel"],
            path: "Tests/ConformanceProbe",
            swiftSettings: settings
        ),
        tests("CanaryJSON", ["CanaryModel"]),
        tests("CanaryXML"),
        tests("Hashing"),
        tests("CanarySchedule"),
        tests("CanaryService", ["CanarySchedule"]),
        .executableTarget(
            name: "StoreBenchmark",  // times a store with a million runs
            dependencies: ["CanaryModel", "CanaryStore"],
            path: "Tests/StoreBenchmark",
            swiftSettings: settings
        ),
        tests("CanaryStore", ["CanaryModel", "TestSupport"]),
        tests("CanaryModel"),
        tests("FlowFile", ["CanaryModel", "CanarySchedule"]),
        .testTarget(
            name: "CanaryHTTPTests",
            dependencies: ["CCrypto", "CCurl", "CanaryHTTP", "TestSupport"],
            swiftSettings: settings,
            // A test stands in for `getaddrinfo`, as no name server can be counted on to be slow.
            linkerSettings: [
                .unsafeFlags(
                    ["-Xlinker", "--export-dynamic-symbol=getaddrinfo"],
                    .when(platforms: [.linux])
                )
            ]
        ),
        tests("WebDriver", ["CanaryHTTP", "LeftoverProbe", "TestSupport"]),
        tests("CanaryBrowser", ["CanaryModel", "DemoSite", "TestSupport", "WebDriver"]),
        tests("CanaryRunner", ["CanaryModel", "FlowFile", "TestSupport"]),
        tests(
            "StepExecutors",
            ["CanaryModel", "CanaryRunner", "DemoSite", "FlowFile", "TestSupport", "WebDriver"]
        ),
        tests("CanaryReport", ["CanaryModel", "Hashing", "TestSupport"], exclude: ["junit.xsd"]),
        tests("HTTPServing", ["CanaryHTTP", "TestSupport"]),
        tests("DemoSite", ["CanaryHTTP", "TestSupport", "WebDriver"]),
        tests("canary", ["CanaryModel", "CanaryReport", "DemoSite", "FlowFile", "TestSupport", "WebDriver"]),
        .testTarget(
            name: "ScriptsTests",
            dependencies: ["TestSupport"],
            exclude: ["stand-in"],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
