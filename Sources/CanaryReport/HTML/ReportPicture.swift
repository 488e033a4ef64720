import CanaryModel
import Foundation

/// A screenshot in the report.
struct ReportPicture: Sendable, Hashable {
    /// Its path, relative to the run's folder.
    let path: String
    /// The same as a link from the report.
    let reference: String
    /// The identifier of its element.
    let id: String
    /// What it shows, in words.
    let alternative: String

    /// The element with the picture itself in it; `nil` where `data` is no PNG.
    func embedded(_ data: Data) -> String? {
        guard let size = data.pictureSize else { return nil }
        return "<img id=\"\(id)\" width=\"\(size.width)\" height=\"\(size.height)\" decoding=\"async\" "
            + "alt=\"\(alternative.htmlEscaped)\" src=\"data:image/png;base64,\(data.base64EncodedString())\">"
    }

    /// How many bytes ``embedded(_:)`` takes, give or take what the text escaped needs.
    func embeddedSize(_ data: Data) -> Int { (data.count + 2) / 3 * 4 + alternative.utf8.count * 6 + 200 }

    /// The element with a link to the picture's file.
    var linked: String {
        "<img id=\"\(id)\" loading=\"lazy\" class=\"linked\" alt=\"\(alternative.htmlEscaped)\" "
            + "src=\"\(reference)\">"
    }

    /// The element of a picture that is embedded elsewhere, from where the script takes it.
    func repeated(from other: ReportPicture) -> String {
        "<img id=\"\(id)\" data-picture=\"\(other.id)\" alt=\"\(alternative.htmlEscaped)\">"
    }

    /// What stands in place of a picture that is not there.
    var missing: String {
        "<span class=\"missing\" id=\"\(id)\">The picture \(path.htmlEscaped) is gone.</span>"
    }
}
