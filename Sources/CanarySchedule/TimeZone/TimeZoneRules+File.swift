public import Foundation

extension TimeZoneRules {
    /// Why there are no rules of a time zone.
    public struct Unknown: Error, Sendable, Hashable, CustomStringConvertible {
        /// What is wrong, in a sentence without its end.
        public let description: String
    }

    /// The database of this machine.
    public static let database = URL(fileURLWithPath: "/usr/share/zoneinfo", isDirectory: true)

    /// Reads the rules of a time zone.
    ///
    /// - Parameters:
    ///   - name: `Europe/Vienna`; `UTC` needs no file.
    ///   - database: The folder of the files.
    /// - Throws: ``Unknown`` where there is no such zone, or no database.
    public init(named name: String, in database: URL = Self.database) throws(Unknown) {
        if name == "UTC" {
            self = .utc
            return
        }
        let isName = name.wholeMatch(of: /[A-Za-z0-9_+\-]+(\/[A-Za-z0-9_+\-]+)*/) != nil
        guard isName else { throw Unknown(description: "'\(name)' is not the name of a time zone") }
        let data: Data
        do {
            data = try Data(contentsOf: database.appendingPathComponent(name))
        } catch {
            let isThere = FileManager.default.fileExists(atPath: database.path)
            throw Unknown(
                description: isThere
                    ? "there is no time zone '\(name)': names are such as Europe/Vienna"
                    : "time zones need the package tzdata, which is not installed"
            )
        }
        guard let rules = TimeZoneRules(name: name, file: data) else {
            throw Unknown(description: "the file of the time zone '\(name)' cannot be read")
        }
        self = rules
    }

    /// Reads a TZif file: of version 2 and later the second block, with times of 64 bits and a rule behind it.
    private init?(name: String, file: Data) {
        guard let first = TimeZoneFile(file[...], wordSize: 4) else { return nil }
        guard first.version >= 2 else {
            self.init(name: name, changes: first.changes, initial: first.initial, rule: nil)
            return
        }
        guard let second = TimeZoneFile(first.rest, wordSize: 8) else { return nil }
        let footer = String(decoding: second.rest.dropFirst().prefix { $0 != 10 }, as: UTF8.self)
        let rule = RecurringChange(footer)
        guard rule != nil || footer.isEmpty else { return nil }
        self.init(name: name, changes: second.changes, initial: second.initial, rule: rule)
    }
}
