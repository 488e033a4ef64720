import Foundation

extension HealthCheck {
    /// Looks at all that a run needs, and starts a browser where nothing speaks against it.
    ///
    /// - Parameters:
    ///   - driver: The driver's path, where it is not to be looked for.
    ///   - browser: The browser's path, likewise.
    ///   - isHeaded: Whether runs show a window.
    /// - Returns: Driver, browser, versions, sandbox, shared memory, fonts, disk and a start, in this order; what
    ///   needs something that is missing is left out.
    public static func all(
        driver: String? = nil,
        browser: String? = nil,
        isHeaded: Bool = false
    ) async -> [HealthCheck] {
        let search = ExecutableSearch.system()
        let driverPath = Result { () throws(InstallationError) in try Installation.driver(driver, search) }
        let browserPath = Result { () throws(InstallationError) in
            try Installation.browser(browser, isHeaded: isHeaded, search)
        }
        async let ownVersion = ProgramVersion.read(of: driverPath)
        async let otherVersion = ProgramVersion.read(of: browserPath)
        let versions = await (driver: ownVersion, browser: otherVersion)
        var checks = [
            program("driver", driverPath, versions.driver),
            program("browser", browserPath, versions.browser),
        ]
        if let own = versions.driver, let other = versions.browser {
            checks.append(pair(VersionPair(driver: own, browser: other)))
        }
        // A browser that is missing has its check already.
        checks += machine(browser: try? browserPath.get(), isHeaded: isHeaded)
        if case .success(let driver) = driverPath, case .success(let browser) = browserPath {
            checks.append(
                await start(Installation(driverPath: driver, browserPath: browser), isHeaded: isHeaded)
            )
        }
        return checks
    }

    private static func machine(browser: String?, isHeaded: Bool) -> [HealthCheck] {
        [
            sandbox(SandboxFacts.seen(browser: browser)),
            sharedMemory(available: SharedMemory.available),
            fonts(FontFolders.system.count),
            disk(free: PrivateFolder.freeSpace, folder: PrivateFolder.parent),
        ] + (isHeaded ? [display(ProcessInfo.processInfo.environment)] : [])
    }

    private static func start(_ installation: Installation, isHeaded: Bool) async -> HealthCheck {
        var launch = Launch(driver: .installed(installation))
        launch.isHeaded = isHeaded
        let begin = ContinuousClock.now
        do {
            let elapsed = try await withSession(launch, deadline: begin + .seconds(60)) { _ in
                ContinuousClock.now - begin
            }
            return HealthCheck("start", .ok, "a session started in \(elapsed.wholeMilliseconds) ms")
        } catch let error as LaunchError {
            let text =
                error.log.isEmpty ? error.message : "\(error.message); its log ends: \(error.lastLogLine)"
            return HealthCheck("start", .broken, text, advice: error.advice)
        } catch let error as InstallationError {
            return HealthCheck("start", .broken, error.message, advice: error.advice)
        } catch {
            return HealthCheck("start", .broken, "\(error)")
        }
    }
}
