@testable import WebDriver

extension Recording {
    static let navigation = [
        Recording(
            .navigate(to: "http://127.0.0.1:39569/a?b=\"c\""),
            "POST /session/S/url",
            #"{"url": "http://127.0.0.1:39569/a?b=\"c\""}"#,
            reply: null,
            response: Nothing()
        ),
        Recording(
            .getCurrentURL,
            "GET /session/S/url",
            reply: #"{"value":"http://127.0.0.1:39569/"}"#,
            response: "http://127.0.0.1:39569/"
        ),
        Recording(.back, "POST /session/S/back", "{}", reply: null, response: Nothing()),
        Recording(.forward, "POST /session/S/forward", "{}", reply: null, response: Nothing()),
        Recording(.refresh, "POST /session/S/refresh", "{}", reply: null, response: Nothing()),
        Recording(.getTitle, "GET /session/S/title", reply: #"{"value":"Recorded"}"#, response: "Recorded"),
        Recording(
            .getPageSource,
            "GET /session/S/source",
            reply: #"{"value":"\u003Chtml>\u003Chead>\u003C/head>\u003Cbody>é\n\u003C/body>\u003C/html>"}"#,
            response: "<html><head></head><body>é\n</body></html>"
        ),
    ]

    static let windows = [
        Recording(
            .getWindowHandle,
            "GET /session/S/window",
            reply: #"{"value":"69F3EA5A39E37F6170D3ACCC62B36EF4"}"#,
            response: window
        ),
        Recording(
            .getWindowHandles,
            "GET /session/S/window/handles",
            reply: #"{"value":["69F3EA5A39E37F6170D3ACCC62B36EF4","775080D55EDB37B4DB4F9CD04666BE27"]}"#,
            response: [window, tab]
        ),
        Recording(
            .newWindow(.tab),
            "POST /session/S/window/new",
            #"{"type": "tab"}"#,
            reply: #"{"value":{"handle":"775080D55EDB37B4DB4F9CD04666BE27","type":"tab"}}"#,
            response: NewWindow(handle: tab, type: .tab)
        ),
        Recording(
            .switchToWindow(tab),
            "POST /session/S/window",
            #"{"handle": "775080D55EDB37B4DB4F9CD04666BE27"}"#,
            reply: null,
            response: Nothing()
        ),
        Recording(
            .closeWindow,
            "DELETE /session/S/window",
            reply: #"{"value":["69F3EA5A39E37F6170D3ACCC62B36EF4"]}"#,
            response: [window]
        ),
        Recording(
            .switchToFrame(.element(heading)),
            "POST /session/S/frame",
            #"{"id": \#(headingJSON)}"#,
            reply: null,
            response: Nothing()
        ),
        Recording(
            .switchToFrame(.index(0)),
            "POST /session/S/frame",
            #"{"id": 0}"#,
            reply: null,
            response: Nothing()
        ),
        Recording(
            .switchToFrame(.top),
            "POST /session/S/frame",
            #"{"id": null}"#,
            reply: null,
            response: Nothing()
        ),
        Recording(
            .switchToParentFrame,
            "POST /session/S/frame/parent",
            "{}",
            reply: null,
            response: Nothing()
        ),
        Recording(
            .getWindowRect,
            "GET /session/S/window/rect",
            reply: rectReply,
            response: rect
        ),
        Recording(
            .setWindowRect(width: 800, height: 600),
            "POST /session/S/window/rect",
            #"{"width": 800, "height": 600}"#,
            reply: rectReply,
            response: rect
        ),
        Recording(
            .setWindowRect(x: -1, y: 0),
            "POST /session/S/window/rect",
            #"{"x": -1, "y": 0}"#,
            reply: rectReply,
            response: rect
        ),
        Recording(.maximizeWindow, "POST /session/S/window/maximize", "{}", reply: rectReply, response: rect),
        Recording(.minimizeWindow, "POST /session/S/window/minimize", "{}", reply: rectReply, response: rect),
        Recording(
            .fullscreenWindow,
            "POST /session/S/window/fullscreen",
            "{}",
            reply: rectReply,
            response: rect
        ),
    ]

    private static let rectReply = #"{"value":{"height":600,"width":800,"x":0,"y":0}}"#
    private static let rect = Rect(x: 0, y: 0, width: 800, height: 600)
}
