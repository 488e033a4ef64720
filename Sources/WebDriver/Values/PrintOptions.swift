/// How a page is printed to PDF; what is `nil` is left to the specification's default.
///
/// Lengths are centimetres. Source: [Print Page](https://www.w3.org/TR/webdriver2/#print-page).
public struct PrintOptions: Encodable, Hashable, Sendable {
    /// How the paper lies.
    public enum Orientation: String, Encodable, Sendable {
        /// Wider than high.
        case landscape
        /// Higher than wide.
        case portrait
    }

    /// The size of the paper.
    public struct Page: Encodable, Hashable, Sendable {
        /// The width; 21.59 where `nil`.
        public var width: Double?
        /// The height; 27.94 where `nil`.
        public var height: Double?

        /// Makes a size.
        public init(width: Double? = nil, height: Double? = nil) {
            self.width = width
            self.height = height
        }
    }

    /// What stays blank at the edges; 1 where `nil`.
    public struct Margin: Encodable, Hashable, Sendable {
        /// At the top.
        public var top: Double?
        /// At the bottom.
        public var bottom: Double?
        /// At the left.
        public var left: Double?
        /// At the right.
        public var right: Double?

        /// Makes the four margins.
        public init(top: Double? = nil, bottom: Double? = nil, left: Double? = nil, right: Double? = nil) {
            self.top = top
            self.bottom = bottom
            self.left = left
            self.right = right
        }
    }

    /// How the paper lies; portrait where `nil`.
    public var orientation: Orientation?
    /// From 0.1 to 2; 1 where `nil`.
    public var scale: Double?
    /// Whether backgrounds are printed; `false` where `nil`.
    public var background: Bool?
    /// The size of the paper.
    public var page: Page?
    /// What stays blank.
    public var margin: Margin?
    /// Whether the page is made to fit the paper; `true` where `nil`.
    public var shrinkToFit: Bool?
    /// `"1"`, `"2-4"`; all pages where `nil`.
    public var pageRanges: [String]?

    /// Makes options.
    public init(
        orientation: Orientation? = nil,
        scale: Double? = nil,
        background: Bool? = nil,
        page: Page? = nil,
        margin: Margin? = nil,
        shrinkToFit: Bool? = nil,
        pageRanges: [String]? = nil
    ) {
        self.orientation = orientation
        self.scale = scale
        self.background = background
        self.page = page
        self.margin = margin
        self.shrinkToFit = shrinkToFit
        self.pageRanges = pageRanges
    }
}
