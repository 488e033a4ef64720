extension HTTPArchive {
    /// A document that was loaded.
    public struct Page: Sendable, Hashable, Codable {
        /// When its parts were there, in ms since it began; -1: not known.
        public struct Timings: Sendable, Hashable, Codable {
            /// The event `DOMContentLoaded`.
            public var onContentLoad: Double
            /// The event `load`.
            public var onLoad: Double
        }

        /// When its request was sent.
        public var startedDateTime: Timestamp
        /// What entries refer to it by: `page_1`.
        public var id: String
        /// Its URL: the title is not in the traffic.
        public var title: String
        /// When its parts were there.
        public var pageTimings: Timings

        /// Makes a page of which nothing is there yet.
        public init(startedDateTime: Timestamp, id: String, title: String) {
            self.startedDateTime = startedDateTime
            self.id = id
            self.title = title
            pageTimings = Timings(onContentLoad: -1, onLoad: -1)
        }
    }
}
