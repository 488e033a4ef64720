public import Foundation

/// The network traffic of a page: HAR 1.2.
///
/// [HTTP Archive 1.2](http://www.softwareishard.com/blog/har-12-spec/); the keys that begin with `_` are ours.
public struct HTTPArchive: Sendable, Hashable, Codable {
    /// What the file holds.
    public struct Log: Sendable, Hashable, Codable {
        /// The version of the format.
        public private(set) var version = "1.2"
        /// What wrote it.
        public var creator: Program
        /// What the traffic is of.
        public var browser: Program?
        /// The documents, in order.
        public var pages: [Page]
        /// The requests, by their start.
        public var entries: [Entry]
    }

    /// A program with its version.
    public struct Program: Sendable, Hashable, Codable {
        /// Its name.
        public var name: String
        /// Its version.
        public var version: String

        /// Makes a program.
        public init(name: String, version: String) {
            self.name = name
            self.version = version
        }
    }

    /// What the file holds.
    public var log: Log

    /// Makes an archive.
    public init(creator: Program, browser: Program?, pages: [Page], entries: [Entry]) {
        log = Log(creator: creator, browser: browser, pages: pages, entries: entries)
    }

    /// Reads an archive.
    ///
    /// - Throws: `DecodingError` where it is not one.
    public init(json data: Data) throws {
        self = try JSONDecoder().decode(HTTPArchive.self, from: data)
    }

    /// The archive as a file: UTF-8 JSON, keys in alphabetical order, a newline at the end.
    ///
    /// - Throws: `EncodingError`, which no value of this type is known to cause.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data("\n".utf8)
    }
}
