extension Command where Response == WindowHandle {
    /// The current window.
    ///
    /// [Get Window Handle](https://www.w3.org/TR/webdriver2/#get-window-handle)
    public static var getWindowHandle: Self { Self(.get, "/window") }
}

extension Command where Response == [WindowHandle] {
    /// All windows, in no order that means anything; never held up by a dialog.
    ///
    /// [Get Window Handles](https://www.w3.org/TR/webdriver2/#get-window-handles)
    public static var getWindowHandles: Self { Self(.get, "/window/handles") }

    /// closes the current window and returns the remaining ones; closing the last ends the session.
    ///
    /// [Close Window](https://www.w3.org/TR/webdriver2/#close-window)
    public static var closeWindow: Self { Self(.delete, "/window") }
}

extension Command where Response == NewWindow {
    /// Opens a blank window, without making it the current one.
    ///
    /// [New Window](https://www.w3.org/TR/webdriver2/#new-window)
    public static func newWindow(_ kind: NewWindow.Kind) -> Self {
        Self(post: "/window/new", ["type": kind])
    }
}

extension Command where Response == Nothing {
    /// Makes a window the current one, at its top document.
    ///
    /// [Switch To Window](https://www.w3.org/TR/webdriver2/#switch-to-window)
    public static func switchToWindow(_ handle: WindowHandle) -> Self {
        Self(post: "/window", ["handle": handle.reference])
    }

    /// Makes a frame of the current document, or the top document, the current one.
    ///
    /// [Switch To Frame](https://www.w3.org/TR/webdriver2/#switch-to-frame)
    public static func switchToFrame(_ frame: FrameReference) -> Self { Self(post: "/frame", ["id": frame]) }

    /// Makes the parent of the current frame the current one; nothing at the top.
    ///
    /// [Switch To Parent Frame](https://www.w3.org/TR/webdriver2/#switch-to-parent-frame)
    public static var switchToParentFrame: Self { Self(.post, "/frame/parent") }
}

extension Command where Response == Rect {
    /// Where the window is and how big it is, with its frame.
    ///
    /// [Get Window Rect](https://www.w3.org/TR/webdriver2/#get-window-rect)
    public static var getWindowRect: Self { Self(.get, "/window/rect") }

    /// Moves and sizes the window and answers with what came of it; what is `nil` stays.
    ///
    /// [Set Window Rect](https://www.w3.org/TR/webdriver2/#set-window-rect)
    public static func setWindowRect(
        x: Int? = nil,
        y: Int? = nil,
        width: Int? = nil,
        height: Int? = nil
    ) -> Self {
        let rect = ["x": x, "y": y, "width": width, "height": height]
        return Self(post: "/window/rect", rect.compactMapValues { $0 })
    }

    /// Maximises the window.
    ///
    /// [Maximize Window](https://www.w3.org/TR/webdriver2/#maximize-window)
    public static var maximizeWindow: Self { Self(.post, "/window/maximize") }

    /// Minimises the window.
    ///
    /// [Minimize Window](https://www.w3.org/TR/webdriver2/#minimize-window)
    public static var minimizeWindow: Self { Self(.post, "/window/minimize") }

    /// Makes the window fill the screen.
    ///
    /// [Fullscreen Window](https://www.w3.org/TR/webdriver2/#fullscreen-window)
    public static var fullscreenWindow: Self { Self(.post, "/window/fullscreen") }
}
