import CanaryModel
import Foundation

/// The pieces of a report as text, with the pictures embedded that there is room for.
struct PictureAssembly {
    /// The document's parts, in order.
    private(set) var parts: [String] = []
    /// The bytes of all parts.
    private(set) var size: Int
    private var linked = 0
    private let limit: Int
    /// What is embedded, by its last bytes: a PNG ends with checksums of what it shows.
    private var embedded: [Data: [ReportPicture]] = [:]

    /// Puts the pieces together; the texts and links count first, pictures have what these leave of `limit`.
    init(_ pieces: [HTML.Piece], limit: Int, picture: (String) -> Data?) {
        self.limit = limit
        size = pieces.reduce(0) { size, piece in
            switch piece {
            case .markup(let text): size + text.utf8.count
            case .picture(let place): size + place.linked.utf8.count
            }
        }
        for piece in pieces {
            switch piece {
            case .markup(let text): parts.append(text)
            case .picture(let place): parts.append(element(for: place, picture))
            }
        }
    }

    /// What the reader should know of pictures that are not embedded; `nil` where all are.
    var remark: String? {
        guard linked > 0 else { return nil }
        let count = linked == 1 ? "1 picture is" : "\(linked) pictures are"
        return "\(count) not in this file, to keep it small: shown only where the run's folder is beside it."
    }

    /// Once one had no place, no other has that is not embedded already: which are shall be easy to tell.
    private mutating func element(for place: ReportPicture, _ picture: (String) -> Data?) -> String {
        guard let data = picture(place.path), data.pictureSize != nil else {
            return place.missing
        }
        // Steps that change nothing to be seen leave the same picture, byte for byte.
        if let same = embedded[Data(data.suffix(32))]?.first(where: { picture($0.path) == data }) {
            let element = place.repeated(from: same)
            size += element.utf8.count - place.linked.utf8.count
            return element
        }
        let needed = place.embeddedSize(data) - place.linked.utf8.count
        if linked == 0, size + needed <= limit, let element = place.embedded(data) {
            size += needed
            embedded[Data(data.suffix(32)), default: []].append(place)
            return element
        }
        linked += 1
        return place.linked
    }
}
