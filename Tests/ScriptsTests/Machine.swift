import Foundation
import TestSupport
import Testing

/// A computer as far as `scripts/setup` looks at one: what is installed, and what apt has to offer.
struct Machine: Sendable, CustomTestStringConvertible {
    /// What it has, in words.
    var testDescription: String
    /// nil where there is no toolchain.
    var swiftVersion: String? = "6.3.1"
    var commands: Set<String> = [
        "chromedriver", "chromium-headless-shell", "pkg-config", "openssl", "xmllint", "jq",
        "cmark-gfm", "curl", "apt-get", "sudo",
    ]
    var packages: Set<String> = [
        "chromium-driver", "fonts-liberation", "fonts-noto-color-emoji", "libcurl4-openssl-dev", "libssl-dev",
        "libsqlite3-dev", "libmicrohttpd12",
    ]
    var userID = 0
    var hasUserNamespaces = true
    /// What apt does not know.
    var unknownPackages: Set<String> = []

    /// One on which nothing is missing but these commands and packages.
    static func complete(_ description: String = "", without missing: String...) -> Machine {
        var machine = Machine(testDescription: description)
        machine.commands.subtract(missing)
        machine.packages.subtract(missing)
        return machine
    }

    /// Runs `scripts/setup` on it; what apt-get is told to do is printed and not done.
    func setUp(_ arguments: String...) async throws -> [String] {
        try await withTemporaryFolder { folder in
            let standIn = URL(filePath: #filePath).appending(path: "../stand-in").standardized.path()
            var links = ["bash": "/bin/bash", "env": "/usr/bin/env"]
            let names = commands.union(["apt-cache", "dpkg-query", "id", "systemctl", "unshare"])
            for name in names.union(swiftVersion == nil ? [] : ["swift"]) { links[name] = standIn }
            for (name, program) in links {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(folder)/\(name)",
                    withDestinationPath: program
                )
            }
            return try await Script.run(
                "setup",
                arguments,
                environment: [
                    "PATH": folder, "SWIFT_VERSION": swiftVersion ?? "",
                    "USER_ID": "\(userID)", "USER_NAMESPACES": "\(hasUserNamespaces)",
                    "PACKAGES": packages.joined(separator: " "),
                    "UNKNOWN_PACKAGES": unknownPackages.joined(separator: " "),
                ]
            )
        }
    }
}
