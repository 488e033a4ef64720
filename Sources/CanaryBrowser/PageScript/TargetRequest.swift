import CanaryModel
import WebDriver

/// What `awaitTarget` (`examine.js`) is asked.
struct TargetRequest: Encodable, Sendable {
    /// What the action needs of its element: a key of `needs` there.
    enum Need: String, Encodable {
        case click, check, point, still, edit, type, option, visible, seen, present
    }

    /// What is done in the look that finds it ready: a key of `preparations` in `prepare.js`.
    enum Preparation {
        case none, scroll, show, focus, keys, check, frame
        case file(count: Int)
        case fill(String)
        case option(OptionChoice)
        case read(Part)
    }

    /// What is read of an element.
    enum Part {
        case text, value
        case attribute(String)
    }

    var target: PageTarget
    var need: Need
    var preparation = Preparation.none
    /// How long to wait, in ms.
    var slice: Int
    /// Whether a frame is hidden that the document cannot see.
    var isFrameHidden = false
    /// Whether the browser has drawn the page since the last look at it.
    var isDrawn = false
    /// How often it is pressed then.
    var presses = 1

    /// Whether most of the time is over, so that what moves on is pressed where it is.
    var isLate = false
    /// Whether it counts as ready only once the document is read.
    var awaitsReading = false

    fileprivate enum CodingKeys: CodingKey {
        case target, need, prepare, slice, isFrameHidden, isDrawn, isLate, awaitsReading, value, option,
            label, read, name, count, presses
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(target, forKey: .target)
        try container.encode(need, forKey: .need)
        try container.encode(slice, forKey: .slice)
        if isFrameHidden { try container.encode(true, forKey: .isFrameHidden) }
        if isLate { try container.encode(true, forKey: .isLate) }
        if awaitsReading { try container.encode(true, forKey: .awaitsReading) }
        if isDrawn { try container.encode(true, forKey: .isDrawn) }
        if presses > 1 { try container.encode(presses, forKey: .presses) }
        switch preparation {
        case .none: break
        case .scroll: try container.encode("scroll", forKey: .prepare)
        case .show: try container.encode("show", forKey: .prepare)
        case .focus: try container.encode("focus", forKey: .prepare)
        case .keys: try container.encode("keys", forKey: .prepare)
        case .check: try container.encode("check", forKey: .prepare)
        case .frame: try container.encode("frame", forKey: .prepare)
        case .file(let count):
            try container.encode("file", forKey: .prepare)
            try container.encode(count, forKey: .count)
        case .fill(let value):
            try container.encode("fill", forKey: .prepare)
            try container.encode(value, forKey: .value)
        case .option(let choice):
            try container.encode("option", forKey: .prepare)
            var option = container.nestedContainer(keyedBy: CodingKeys.self, forKey: .option)
            switch choice {
            case .label(let label): try option.encode(label, forKey: .label)
            case .value(let value): try option.encode(value, forKey: .value)
            }
        case .read(let reading):
            try container.encode("read", forKey: .prepare)
            try reading.encode(into: &container)
        }
    }
}

extension TargetRequest.Part {
    fileprivate func encode(
        into container: inout KeyedEncodingContainer<TargetRequest.CodingKeys>
    ) throws {
        switch self {
        case .text: try container.encode("text", forKey: .read)
        case .value: try container.encode("value", forKey: .read)
        case .attribute(let name):
            try container.encode("attribute", forKey: .read)
            try container.encode(name, forKey: .name)
        }
    }
}
