extension HealthCheck {
    /// An executable that must be there.
    static func program(
        _ name: String,
        _ path: Result<String, InstallationError>,
        _ version: String?
    ) -> HealthCheck {
        switch path {
        case .failure(let error):
            let places = error.searched.isEmpty ? "" : " in \(error.searched.count) places"
            return HealthCheck(name, .broken, error.message + places, advice: error.advice)
        case .success(let path):
            guard let version else {
                return HealthCheck(
                    name,
                    .broken,
                    "\(path) does not report its version",
                    advice: "Run it with --version to see why; a library may be missing"
                )
            }
            return HealthCheck(name, .ok, "\(path), version \(version)")
        }
    }

    /// Whether driver and browser go together.
    static func pair(_ versions: VersionPair) -> HealthCheck {
        do throws(InstallationError) {
            try versions.check()
            return HealthCheck("versions", .ok, "driver and browser go together")
        } catch {
            return HealthCheck("versions", .broken, error.message, advice: error.advice)
        }
    }

    /// Whether the browser's sandbox works.
    static func sandbox(_ facts: SandboxFacts) -> HealthCheck {
        if facts.isRoot {
            return HealthCheck(
                "sandbox",
                .warning,
                "off, because root runs it",
                advice: "Run canary as another user where pages are not trusted"
            )
        }
        if facts.hasHelper || facts.obstacle == nil { return HealthCheck("sandbox", .ok, "on") }
        return HealthCheck(
            "sandbox",
            .broken,
            "user namespaces are not allowed (\(facts.obstacle ?? ""))",
            advice: "sudo sysctl -w \(facts.remedy ?? "user.max_user_namespaces=10000")"
        )
    }

    /// Whether `/dev/shm` is big enough.
    static func sharedMemory(available: UInt64?) -> HealthCheck {
        guard let available else {
            return HealthCheck("shared memory", .ok, "no /dev/shm; the browser does without")
        }
        let seen = "/dev/shm has \(mebibytes(available)) free"
        if available >= SharedMemory.enough { return HealthCheck("shared memory", .ok, seen) }
        return HealthCheck(
            "shared memory",
            .warning,
            seen + "; the browser does without, and is slower",
            advice: "Give a container more: docker run --shm-size=1g"
        )
    }

    /// Whether pages have letters.
    static func fonts(_ count: Int) -> HealthCheck {
        if count > 0 { return HealthCheck("fonts", .ok, "\(count) font files") }
        return HealthCheck(
            "fonts",
            .warning,
            "none: text shows as boxes, or not at all",
            advice: "sudo apt-get install fonts-liberation fonts-dejavu-core fonts-noto-color-emoji"
        )
    }

    /// Whether a run has room for its temporary files.
    static func disk(free: UInt64?, folder: String) -> HealthCheck {
        guard let free else {
            return HealthCheck("disk", .broken, "\(folder) is not there", advice: "mkdir \(folder)")
        }
        let seen = "\(folder) has \(mebibytes(free)) free"
        if free >= 1 << 30 { return HealthCheck("disk", .ok, seen) }
        let advice = "Free some space, or set TMPDIR to a folder with a short path that has more"
        return HealthCheck("disk", free >= 100 << 20 ? .warning : .broken, seen, advice: advice)
    }

    /// Whether a window has somewhere to show.
    static func display(_ environment: [String: String]) -> HealthCheck {
        if let display = environment["DISPLAY"] ?? environment["WAYLAND_DISPLAY"], !display.isEmpty {
            return HealthCheck("display", .ok, display)
        }
        return HealthCheck(
            "display",
            .broken,
            "none",
            advice: "Leave --headed away, or: sudo apt-get install xvfb, and run under xvfb-run"
        )
    }

    private static func mebibytes(_ bytes: UInt64) -> String { "\(bytes >> 20) MiB" }
}
