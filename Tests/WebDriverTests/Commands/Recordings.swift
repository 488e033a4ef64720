import Foundation

@testable import WebDriver

// Recorded from chromedriver 156.0.8078.79 with chromium-headless-shell: replies verbatim, but for ids of folders,
// base64 that is cut to a few bytes, and capabilities that nobody reads. What chromedriver does not have (a Grid's
// upload) is after its documentation.

extension Recording {
    static let all =
        session + navigation + windows + finding + elementStates + interactions + scripts + cookies
        + dialogs + captures + chromium

    static let heading = Element(reference: "f.69F3.d.5C7F.e.7")
    static let headingJSON = #"{"element-6066-11e4-a52e-4f735466cecf":"f.69F3.d.5C7F.e.7"}"#
    static let root = ShadowRoot(reference: "f.69F3.d.5C7F.e.11")
    static let window = WindowHandle(reference: "69F3EA5A39E37F6170D3ACCC62B36EF4")
    static let tab = WindowHandle(reference: "775080D55EDB37B4DB4F9CD04666BE27")
}
