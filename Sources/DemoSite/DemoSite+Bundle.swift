extension DemoSite {
    /// The bundled flow files: name (`login.canary.json5`) and text.
    ///
    /// `login`, `dashboard`, `api-health`, `order-workflow` and `order-on-page` pass against the site; `broken` fails on
    /// purpose; `first` is the one that a newcomer begins with.
    public static var bundledFlows: [(name: String, text: String)] {
        bundledFiles.filter { $0.name.hasSuffix(".canary.json5") }
            .map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
    }

    /// All files that belong beside the flows, the flows included: what they upload or share.
    public static var bundledFiles: [(name: String, bytes: [UInt8])] {
        Asset.names.filter { $0.hasPrefix("canaries/") }.compactMap { name in
            Asset.bytes(name).map { (String(name.dropFirst("canaries/".count)), $0) }
        }
    }
}
