import Foundation

extension FileDecoder {
    /// A language tag that Chromium takes: a language of two or three letters, then script, region, variants.
    ///
    /// Measured with `Emulation.setLocaleOverride`: languages that no standard knows are taken for the default one
    /// (`xx`), longer ones and extended ones (`english`, `zh-yue`) refused.
    func locale(_ node: JSON5Node) -> String? {
        guard let text = constant(node, "locale", takes: "a language such as \"de-AT\"") else { return nil }
        if Self.isLocale(text.text) { return text.text }
        let dashed = text.shown.split(separator: "_").joined(separator: "-")
        let canonical = Locale(identifier: dashed).identifier(.bcp47)
        let near = [dashed, canonical].first { $0 != text.shown && $0 != "und" && Self.isLocale($0) }
        report(
            node,
            "\(TerminalText.quoted(text.shown)) is not a language tag such as 'de-AT'",
            suggestion: near.map { "did you mean '\($0)'?" }
        )
        return nil
    }

    private static func isLocale(_ tag: String) -> Bool {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        let isMadeOfWords = parts.allSatisfy { part in
            (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        guard isMadeOfWords, parts.last.map({ $0.count > 1 }) ?? false else { return false }
        // Three letters in the second place are an extended language, or a country in the wrong code.
        let isExtended = parts.count > 1 && parts[1].count == 3 && parts[1].allSatisfy(\.isLetter)
        return isLanguage(parts[0].lowercased()) && !isExtended
    }

    private static func isLanguage(_ code: String) -> Bool {
        guard code.allSatisfy(\.isLetter) else { return false }
        // Of three letters there are more than the system's library knows, of two not.
        return code.count == 3
            || (code.count == 2
                && (Locale.LanguageCode(code).isISOLanguage || withdrawnLanguages.contains(code)))
    }

    /// Codes of ISO 639-1 that were withdrawn and still stand for their languages.
    private static let withdrawnLanguages: Set<String> = ["bh", "in", "iw", "ji", "jw", "mo", "sh"]

    /// The name of a time zone, in upper and lower case as the database has it: Chromium takes no other.
    func timezone(_ node: JSON5Node) -> String? {
        guard let text = constant(node, "timezone", takes: "a name such as \"Europe/Vienna\"") else {
            return nil
        }
        // Foundation takes UTC+1 for GMT+1, Chromium does not.
        let isZone =
            TimeZone(identifier: text.text) != nil && !text.text.hasPrefix("UTC+")
            && !text.text.hasPrefix("UTC-")
        if isZone { return text.text }
        report(
            node,
            "\(TerminalText.quoted(text.shown)) is not a time zone such as 'Europe/Vienna'",
            suggestion: Self.nearestZone(to: text.shown).map { "did you mean '\($0)'?" }
        )
        return nil
    }

    /// The zone that was probably meant: of a name alone (`Vienna`), that of its place.
    private static func nearestZone(to name: String) -> String? {
        let zones = ["UTC"] + TimeZone.knownTimeZoneIdentifiers
        let place = name.split(separator: " ").joined(separator: "_")
        let suffix = "/" + place.lowercased()
        return zones.first { $0.lowercased().hasSuffix(suffix) } ?? Suggestion.nearest(to: place, in: zones)
    }
}
