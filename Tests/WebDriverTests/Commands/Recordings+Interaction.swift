@testable import WebDriver

extension Recording {
    static let interactions = [
        Recording(.click(heading), "POST \(element)/click", "{}", reply: null, response: Nothing()),
        Recording(.clear(heading), "POST \(element)/clear", "{}", reply: null, response: Nothing()),
        Recording(
            .sendKeys("Bob\u{E007}", to: heading),
            "POST \(element)/value",
            #"{"text": "Bob\ue007"}"#,
            reply: null,
            response: Nothing()
        ),
        Recording(
            .performActions([
                .pointer([
                    .move(to: heading), .down(), .up(), .pause(.microseconds(4500)),
                    .move(x: 3, y: -4, origin: .pointer, duration: .milliseconds(100)), .down(button: 2),
                    .cancel,
                ]),
                .key([.down(.shift), .down("a"), .up("a"), .up(.shift)]),
                .wheel([.scroll(x: 5, y: 5, deltaY: 100), .pause(.zero)]),
                ActionSequence(id: "none", .none([.milliseconds(1)])),
                .pointer(id: "finger", .touch, [.move(x: 1, y: 2), .down(button: 0, contact)]),
            ]),
            "POST /session/S/actions",
            #"""
            {"actions": [
                {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": [
                    {"type": "pointerMove", "x": 0, "y": 0, "duration": 0, "origin": \#(headingJSON)},
                    {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0},
                    {"type": "pause", "duration": 5},
                    {"type": "pointerMove", "x": 3, "y": -4, "duration": 100, "origin": "pointer"},
                    {"type": "pointerDown", "button": 2}, {"type": "pointerCancel"}
                ]},
                {"type": "key", "id": "keyboard", "actions": [
                    {"type": "keyDown", "value": "\ue008"}, {"type": "keyDown", "value": "a"},
                    {"type": "keyUp", "value": "a"}, {"type": "keyUp", "value": "\ue008"}
                ]},
                {"type": "wheel", "id": "wheel", "actions": [
                    {"type": "scroll", "x": 5, "y": 5, "deltaX": 0, "deltaY": 100, "origin": "viewport", "duration": 0},
                    {"type": "pause", "duration": 0}
                ]},
                {"type": "none", "id": "none", "actions": [{"type": "pause", "duration": 1}]},
                {"type": "pointer", "id": "finger", "parameters": {"pointerType": "touch"}, "actions": [
                    {"type": "pointerMove", "x": 1, "y": 2, "duration": 0, "origin": "viewport"},
                    {"type": "pointerDown", "button": 0, "width": 10, "height": 12, "pressure": 0.5,
                     "tangentialPressure": -0.25, "tiltX": 1, "tiltY": -2, "twist": 3, "altitudeAngle": 1.5,
                     "azimuthAngle": 2.5}
                ]}
            ]}
            """#,
            reply: null,
            response: Nothing()
        ),
        Recording(.releaseActions, "DELETE /session/S/actions", reply: null, response: Nothing()),
    ]

    static let scripts = [
        Recording(
            Command<Mixed>.executeSync(
                "return [1,null,document.querySelector('h1'),{a:'b'}]",
                arguments: [heading, 1, "two", [window]]
            ),
            "POST /session/S/execute/sync",
            #"""
            {"script": "return [1,null,document.querySelector('h1'),{a:'b'}]",
             "args": [\#(headingJSON), 1, "two",
                      [{"window-fcc6-11e5-b4f8-330a88ab9d7f": "69F3EA5A39E37F6170D3ACCC62B36EF4"}]]}
            """#,
            reply: #"{"value":[1,null,\#(headingJSON),{"a":"b"}]}"#,
            response: Mixed(number: 1, isNull: true, element: heading, object: ["a": "b"])
        ),
        Recording(
            Command<Int>.executeAsync("arguments[arguments.length-1](arguments[0]+1)", arguments: [41]),
            "POST /session/S/execute/async",
            #"{"script": "arguments[arguments.length-1](arguments[0]+1)", "args": [41]}"#,
            reply: #"{"value":42}"#,
            response: 42
        ),
        Recording(
            Command<[WindowHandle]>.executeSync("return [window]"),
            "POST /session/S/execute/sync",
            #"{"script": "return [window]", "args": []}"#,
            reply: #"{"value":[{"window-fcc6-11e5-b4f8-330a88ab9d7f":"69F3EA5A39E37F6170D3ACCC62B36EF4"}]}"#,
            response: [window]
        ),
        Recording(
            Command<FrameHandle?>.executeSync("return frames[0]"),
            "POST /session/S/execute/sync",
            #"{"script": "return frames[0]", "args": []}"#,
            reply: #"{"value":{"frame-075b-4da1-b6ba-e579c2d3230a":"60DF961E7446EEA2E8781723DA893296"}}"#,
            response: FrameHandle(reference: "60DF961E7446EEA2E8781723DA893296")
        ),
    ]

    /// What the first script returns.
    private struct Mixed: Decodable, Equatable, Sendable {
        let number: Int
        let isNull: Bool
        let element: Element
        let object: [String: String]

        init(number: Int, isNull: Bool, element: Element, object: [String: String]) {
            (self.number, self.isNull, self.element, self.object) = (number, isNull, element, object)
        }

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            number = try list.decode(Int.self)
            isNull = try list.decodeNil()
            element = try list.decode(Element.self)
            object = try list.decode([String: String].self)
        }
    }

    private static var contact: PointerContact {
        var contact = PointerContact()
        (contact.width, contact.height) = (10, 12)
        (contact.pressure, contact.tangentialPressure) = (0.5, -0.25)
        (contact.tiltX, contact.tiltY, contact.twist) = (1, -2, 3)
        (contact.altitudeAngle, contact.azimuthAngle) = (1.5, 2.5)
        return contact
    }
}
