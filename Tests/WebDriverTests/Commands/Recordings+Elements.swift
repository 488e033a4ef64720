@testable import WebDriver

extension Recording {
    static let finding = [
        Recording(
            .findElement(using: .css, "#top"),
            "POST /session/S/element",
            ##"{"using": "css selector", "value": "#top"}"##,
            reply: #"{"value":\#(headingJSON)}"#,
            response: heading
        ),
        Recording(
            .findElements(using: .xpath, "//h1[@class=\"a b\"]"),
            "POST /session/S/elements",
            #"{"using": "xpath", "value": "//h1[@class=\"a b\"]"}"#,
            reply: #"{"value":[\#(headingJSON)]}"#,
            response: [heading]
        ),
        Recording(
            .findElements(using: .linkText, "none"),
            "POST /session/S/elements",
            #"{"using": "link text", "value": "none"}"#,
            reply: #"{"value":[]}"#,
            response: []
        ),
        Recording(
            .findElement(in: heading, using: .tagName, "b"),
            "POST /session/S/element/f.69F3.d.5C7F.e.7/element",
            #"{"using": "tag name", "value": "b"}"#,
            reply: #"{"value":{"element-6066-11e4-a52e-4f735466cecf":"f.69F3.d.5C7F.e.9"}}"#,
            response: Element(reference: "f.69F3.d.5C7F.e.9")
        ),
        Recording(
            .findElements(in: heading, using: .partialLinkText, "here"),
            "POST /session/S/element/f.69F3.d.5C7F.e.7/elements",
            #"{"using": "partial link text", "value": "here"}"#,
            reply: #"{"value":[]}"#,
            response: []
        ),
        Recording(
            .getShadowRoot(of: heading),
            "GET /session/S/element/f.69F3.d.5C7F.e.7/shadow",
            reply: #"{"value":{"shadow-6066-11e4-a52e-4f735466cecf":"f.69F3.d.5C7F.e.11"}}"#,
            response: root
        ),
        Recording(
            .findElement(in: root, using: .css, "#s"),
            "POST /session/S/shadow/f.69F3.d.5C7F.e.11/element",
            ##"{"using": "css selector", "value": "#s"}"##,
            reply: #"{"value":\#(headingJSON)}"#,
            response: heading
        ),
        Recording(
            .findElements(in: root, using: .css, "i"),
            "POST /session/S/shadow/f.69F3.d.5C7F.e.11/elements",
            #"{"using": "css selector", "value": "i"}"#,
            reply: #"{"value":[\#(headingJSON)]}"#,
            response: [heading]
        ),
        Recording(
            .getActiveElement,
            "GET /session/S/element/active",
            reply: #"{"value":\#(headingJSON)}"#,
            response: heading
        ),
    ]

    static let elementStates = [
        Recording(
            .isSelected(heading),
            "GET \(element)/selected",
            reply: #"{"value":true}"#,
            response: true
        ),
        Recording(
            .isEnabled(heading),
            "GET \(element)/enabled",
            reply: #"{"value":false}"#,
            response: false
        ),
        Recording(
            .isDisplayed(heading),
            "GET \(element)/displayed",
            reply: #"{"value":true}"#,
            response: true
        ),
        Recording(
            .getAttribute("class", of: heading),
            "GET \(element)/attribute/class",
            reply: #"{"value":"a b"}"#,
            response: "a b"
        ),
        Recording(
            .getAttribute("xlink:href/é", of: heading),
            "GET \(element)/attribute/xlink%3Ahref%2F%C3%A9",
            reply: #"{"value":null}"#,
            response: nil
        ),
        Recording(
            Command<Int>.getProperty("childElementCount", of: heading),
            "GET \(element)/property/childElementCount",
            reply: #"{"value":1}"#,
            response: 1
        ),
        Recording(
            Command<Bool?>.getProperty("checked", of: heading),
            "GET \(element)/property/checked",
            reply: #"{"value":null}"#,
            response: nil
        ),
        Recording(
            .getCSSValue("color", of: heading),
            "GET \(element)/css/color",
            reply: #"{"value":"rgba(255, 0, 0, 1)"}"#,
            response: "rgba(255, 0, 0, 1)"
        ),
        Recording(
            .getText(of: heading),
            "GET \(element)/text",
            reply: #"{"value":"Hello you"}"#,
            response: "Hello you"
        ),
        Recording(.getTagName(of: heading), "GET \(element)/name", reply: #"{"value":"h1"}"#, response: "h1"),
        Recording(
            .getRect(of: heading),
            "GET \(element)/rect",
            reply: #"{"value":{"height":40,"width":200.5,"x":0,"y":-3}}"#,
            response: Rect(x: 0, y: -3, width: 200.5, height: 40)
        ),
        Recording(
            .getComputedRole(of: heading),
            "GET \(element)/computedrole",
            reply: #"{"value":"heading"}"#,
            response: "heading"
        ),
        Recording(
            .getComputedLabel(of: heading),
            "GET \(element)/computedlabel",
            reply: #"{"value":"Hello you"}"#,
            response: "Hello you"
        ),
    ]

    static let element = "/session/S/element/f.69F3.d.5C7F.e.7"
}
