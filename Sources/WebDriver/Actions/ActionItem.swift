/// One action as it is sent; what is `nil` is left out.
struct ActionItem: Encodable {
    var type: String
    var value: String?
    var duration: Int?
    var x: Int?
    var y: Int?
    var deltaX: Int?
    var deltaY: Int?
    var origin: ActionOrigin?
    var button: Int?

    init(_ type: String) {
        self.type = type
    }

    init(pause duration: Duration) {
        type = "pause"
        self.duration = duration.wholeMilliseconds
    }
}
