import Foundation
import TestSupport
import Testing

@testable import WebDriver

@Suite("The environment of a driver") struct LaunchEnvironmentTests {
    @Test(
        "a cache of fonts is made in its private folder, unless the user has one",
        arguments: [true, false]
    )
    func fontCache(hasOne: Bool) async throws {
        try await withTemporaryFolder { home in
            let path = "\(home)/.cache/fontconfig"
            if hasOne {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            }
            let folder = PrivateFolder()
            let launch = Launch(driver: .remote("http://driver.test"))
            let environment = launch.environment(in: folder, of: ["HOME": home])
            #expect(environment["XDG_CACHE_HOME"] == (hasOne ? nil : folder.path + "/cache"))
            #expect(environment["TMPDIR"] == folder.path)
        }
    }
}
