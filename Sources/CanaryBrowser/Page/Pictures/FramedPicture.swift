public import CanaryModel
public import Foundation

/// A picture, in which what failed may be framed.
public struct FramedPicture: Sendable, Hashable {
    /// The picture, as PNG.
    public var png: Data
    /// Where the element that failed lies in it; `nil` where nothing of it is to be seen.
    public var element: PictureRegion?
    /// Where what covers it lies.
    public var cover: PictureRegion?
    /// The masks of which nothing was there, in frames that were.
    public internal(set) var idleMasks: [Target] = []

    /// Makes one; what is left out is not framed.
    public init(png: Data, element: PictureRegion? = nil, cover: PictureRegion? = nil) {
        self.png = png
        self.element = element
        self.cover = cover
    }
}
