extension Command where Response == Nothing {
    /// Scrolls the element into view and clicks its middle; waits for a navigation that this starts.
    ///
    /// chromedriver neither checks for `disabled` nor waits until the element stands still.
    ///
    /// [Element Click](https://www.w3.org/TR/webdriver2/#element-click)
    public static func click(_ element: Element) -> Self { Self(.post, "/element/\(element)/click") }

    /// Empties an editable element.
    ///
    /// [Element Clear](https://www.w3.org/TR/webdriver2/#element-clear)
    public static func clear(_ element: Element) -> Self { Self(.post, "/element/\(element)/clear") }

    /// Types into an element; for a file input, chooses files: driver-side paths, one a line.
    ///
    /// [Element Send Keys](https://www.w3.org/TR/webdriver2/#element-send-keys)
    public static func sendKeys(_ text: String, to element: Element) -> Self {
        Self(post: "/element/\(element)/value", ["text": text])
    }

    /// Moves keys, pointers and wheels, tick by tick: the n-th actions of all sequences happen together.
    ///
    /// [Perform Actions](https://www.w3.org/TR/webdriver2/#perform-actions)
    public static func performActions(_ sequences: [ActionSequence]) -> Self {
        Self(post: "/actions", ["actions": sequences])
    }

    /// Lets go of every key and button that is held.
    ///
    /// [Release Actions](https://www.w3.org/TR/webdriver2/#release-actions)
    public static var releaseActions: Self { Self(.delete, "/actions") }
}
