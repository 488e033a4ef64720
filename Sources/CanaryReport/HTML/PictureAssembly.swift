import Foundation

/// The pieces of a report as text, with the pictures embedded that there is room for.
struct PictureAssembly {
    /// The document's parts, in order.
    private(set) var parts: [String] = []
    /// The bytes of all parts.
    private(set) var size: Int
    private var linked = 0
    private let limit: Int

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

    /// Once one had no place, no other has: which are embedded shall be easy to tell.
    private mutating func element(for place: ReportPicture, _ picture: (String) -> Data?) -> String {
        if linked == 0 {
            guard let data = picture(place.path), ReportPicture.size(ofPNG: data) != nil else {
                return place.missing
            }
            let needed = place.embeddedSize(data) - place.linked.utf8.count
            if size + needed <= limit, let element = place.embedded(data) {
                size += needed
                return element
            }
        }
        linked += 1
        return place.linked
    }
}
