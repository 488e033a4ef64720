// Names of Chromium 156: content/public/common, chrome/common, headless, extensions, components and base.

extension BrowserArgument {
    /// Names that a flow file may not give, with what they do.
    static let risks: [String: Risk] = {
        let names: [(Risk, String)] = [
            (.startsPrograms, "renderer-cmd-prefix utility-cmd-prefix zygote-cmd-prefix gpu-launcher"),
            (.startsPrograms, "plugin-launcher browser-subprocess-path type utility-sub-type"),
            (.startsPrograms, "renderer-startup-dialog gpu-startup-dialog utility-startup-dialog"),
            (.startsPrograms, "native-messaging-connect-extension native-messaging-connect-host"),
            (.loadsCode, "load-extension disable-extensions-except load-component-extension load-apps"),
            (.loadsCode, "load-and-launch-app install-chrome-app install-extensions app app-id"),
            (.loadsCode, "install-isolated-web-app-from-file install-isolated-web-app-from-url"),
            (.loadsCode, "pack-extension pack-extension-key allowlisted-extension-id js-flags"),
            (
                .loadsCode,
                "whitelisted-extension-id enable-experimental-extension-apis extensions-on-chrome-urls"
            ),
            (.loadsCode, "register-pepper-plugins allow-command-line-plugins custom-devtools-frontend"),
            (.loadsCode, "component-updater apps-gallery-update-url apps-gallery-download-url"),
            (.loadsCode, "gssapi-library-name optimization-guide-model-override"),
            (.loadsCode, "allow-unsafe-devtools-remote-file-loading"),
            (
                .opensPorts,
                "remote-allow-origins explicitly-allowed-ports inspect inspect-brk inspect-browser"
            ),
            (.opensPorts, "silent-debugger-extension-api set-remote-debugging-enabled"),
            (
                .touchesFiles,
                "user-data-dir data-path homedir profile-directory disk-cache-dir media-cache-dir"
            ),
            (
                .touchesFiles,
                "crash-dumps-dir breakpad-dump-location log-net-log net-log log-file enable-logging"
            ),
            (.touchesFiles, "ssl-key-log-file trace-startup trace-startup-file trace-config-file"),
            (.touchesFiles, "background-tracing-output-path enable-network-logging-to-file"),
            (.touchesFiles, "print-to-pdf screenshot dump-dom dump-browser-histograms dump-compositor-frame"),
            (.touchesFiles, "export-uma-logs-to-file export-ukm-logs-to-file metrics-dir profiling-file"),
            (.touchesFiles, "profiling-at-start webrtc-event-logging local-sync-backend-dir ozone-dump-file"),
            (.touchesFiles, "enable-audio-debug-recordings-from-extension audio-debug-recordings memlog"),
            (.touchesFiles, "enable-tracing-output test-launcher-output"),
            (.touchesFiles, "enable-crash-reporter make-default-browser"),
            (.touchesFiles, "use-file-for-fake-audio-capture use-file-for-fake-video-capture"),
            (
                .dropsSandbox,
                "no-sandbox disable-setuid-sandbox disable-gpu-sandbox disable-namespace-sandbox no-zygote-sandbox"
            ),
            (
                .dropsSandbox,
                "disable-seccomp-filter-sandbox single-process in-process-gpu no-zygote enable-blink-test-features run-web-tests"
            ),
            (.dropsSandbox, "expose-internals-for-testing disable-kill-after-bad-ipc"),
            (.dropsProtection, "disable-web-security allow-file-access-from-files allow-file-access"),
            (.dropsProtection, "disable-extensions-file-access-check file-url-path-alias"),
            (.dropsProtection, "enable-unsafe-extension-debugging"),
            (.dropsProtection, "auth-server-allowlist auth-server-whitelist"),
            (.dropsProtection, "auth-negotiate-delegate-allowlist auth-negotiate-delegate-whitelist"),
        ]
        let pairs = names.flatMap { risk, list in list.split(separator: " ").map { (String($0), risk) } }
        return Dictionary(pairs) { first, _ in first }
    }()

    /// How the names of whole families begin.
    static let families: [(prefix: String, risk: Risk)] = [
        ("remote-debugging-", .opensPorts), ("ppapi-", .loadsCode), ("nacl-", .startsPrograms),
        ("trace-startup-", .touchesFiles), ("log-net-log-", .touchesFiles), ("net-log-", .touchesFiles),
    ]

    /// Names that a flow file may give and that flows commonly use.
    static let known: Set<String> = Set(
        """
        accept-lang aggressive-cache-discard allow-insecure-localhost allow-pre-commit-input allow-running-insecure-content
        animation-duration-scale auto-accept-camera-and-microphone-capture auto-open-devtools-for-tabs
        auto-select-desktop-capture-source autoplay-policy blink-settings bwsi deny-permission-prompts
        deterministic-mode device-scale-factor disable-2d-canvas-image-chromium disable-accelerated-2d-canvas
        disable-accelerated-video-decode disable-back-forward-cache disable-background-networking
        disable-background-timer-throttling disable-backgrounding-occluded-windows disable-blink-features
        disable-breakpad disable-client-side-phishing-detection disable-component-extensions-with-background-pages
        disable-component-update disable-crash-reporter disable-default-apps disable-dev-shm-usage
        disable-dinosaur-easter-egg disable-domain-reliability disable-extensions disable-features
        disable-field-trial-config disable-font-subpixel-positioning disable-gpu disable-gpu-compositing
        disable-gpu-rasterization disable-gpu-shader-disk-cache disable-gpu-vsync disable-hang-monitor disable-http2 disable-image-loading
        disable-infobars disable-ipc-flooding-protection disable-javascript disable-lcd-text
        disable-low-res-tiling disable-new-content-rendering-timeout disable-notifications
        disable-offer-store-unmasked-wallet-cards disable-partial-raster disable-permissions-api
        disable-popup-blocking disable-prompt-on-repost disable-quic disable-remote-fonts disable-renderer-backgrounding
        disable-search-engine-choice-screen disable-site-isolation-trials disable-skia-runtime-opts
        disable-smooth-scrolling disable-software-rasterizer disable-speech-api disable-sync
        disable-threaded-animation disable-threaded-scrolling disable-touch-drag-drop disable-translate
        disable-usb-keyboard-detect disable-vulkan disable-webgl disable-webgl2 do-not-de-elevate
        enable-automation enable-blink-features enable-experimental-web-platform-features enable-features
        enable-font-antialiasing enable-gpu enable-gpu-rasterization enable-low-end-device-mode
        enable-precise-memory-info enable-surface-synchronization enable-unsafe-swiftshader
        enable-unsafe-webgpu enable-use-zoom-for-dsf enable-webgl export-tagged-pdf fast fast-start
        font-render-hinting force-color-profile force-dark-mode force-device-scale-factor force-fieldtrials
        force-high-contrast force-prefers-no-reduced-motion force-prefers-reduced-motion force-renderer-accessibility
        force-ui-direction force-webrtc-ip-handling-policy generate-pdf-document-outline guest headless
        hide-crash-restore-bubble hide-scrollbars high-dpi-support host-resolver-rules host-rules
        ignore-certificate-errors ignore-certificate-errors-spki-list ignore-gpu-blocklist
        ignore-urlfetcher-cert-requests incognito isolate-origins kiosk lang log-level
        memory-pressure-off metrics-recording-only mute-audio no-default-browser-check no-experiments no-first-run
        no-pings no-proxy-server no-startup-window no-service-autorun noerrdialogs num-raster-threads
        origin-trial-disabled-features origin-to-force-quic-on override-use-software-gl-for-tests ozone-platform
        password-store process-per-site process-per-tab propagate-iph-for-testing proxy-auto-detect
        proxy-bypass-list proxy-pac-url proxy-server renderer-process-limit run-all-compositor-stages-before-draw
        safebrowsing-disable-auto-update silent-launch simulate-outdated-no-au site-per-process start-fullscreen
        start-maximized stub-cross-process-clipboard suppress-message-center-popups test-type time-zone-for-testing
        top-chrome-touch-ui touch-events unsafely-disable-devtools-self-xss-warnings
        unsafely-treat-insecure-origin-as-secure use-angle use-fake-device-for-media-stream
        use-fake-ui-for-media-stream use-gl
        use-mock-keychain use-gpu-in-tests use-system-default-printer user-agent v virtual-time-budget vmodule
        webrtc-ip-handling-policy window-position window-size
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )
}
