private struct Location: Encodable {
    let using: LocatorStrategy
    let value: String
}

extension Command where Response == Element {
    /// The first match in the current document.
    ///
    /// [Find Element](https://www.w3.org/TR/webdriver2/#find-element)
    public static func findElement(using strategy: LocatorStrategy, _ value: String) -> Self {
        Self(post: "/element", Location(using: strategy, value: value))
    }

    /// The first match below an element.
    ///
    /// [Find Element From Element](https://www.w3.org/TR/webdriver2/#find-element-from-element)
    public static func findElement(
        in parent: Element,
        using strategy: LocatorStrategy,
        _ value: String
    ) -> Self {
        Self(post: "/element/\(parent)/element", Location(using: strategy, value: value))
    }

    /// The first match in a shadow root.
    ///
    /// [Find Element From Shadow Root](https://www.w3.org/TR/webdriver2/#find-element-from-shadow-root)
    public static func findElement(
        in root: ShadowRoot,
        using strategy: LocatorStrategy,
        _ value: String
    ) -> Self {
        Self(post: "/shadow/\(root)/element", Location(using: strategy, value: value))
    }

    /// The element that has the focus.
    ///
    /// [Get Active Element](https://www.w3.org/TR/webdriver2/#get-active-element)
    public static var getActiveElement: Self { Self(.get, "/element/active") }
}

extension Command where Response == [Element] {
    /// All matches in the current document, in its order; none is not an error.
    ///
    /// [Find Elements](https://www.w3.org/TR/webdriver2/#find-elements)
    public static func findElements(using strategy: LocatorStrategy, _ value: String) -> Self {
        Self(post: "/elements", Location(using: strategy, value: value))
    }

    /// All matches below an element; none is not an error.
    ///
    /// [Find Elements From Element](https://www.w3.org/TR/webdriver2/#find-elements-from-element)
    public static func findElements(
        in parent: Element,
        using strategy: LocatorStrategy,
        _ value: String
    ) -> Self {
        Self(post: "/element/\(parent)/elements", Location(using: strategy, value: value))
    }

    /// All matches in a shadow root; none is not an error.
    ///
    /// [Find Elements From Shadow Root](https://www.w3.org/TR/webdriver2/#find-elements-from-shadow-root)
    public static func findElements(
        in root: ShadowRoot,
        using strategy: LocatorStrategy,
        _ value: String
    ) -> Self {
        Self(post: "/shadow/\(root)/elements", Location(using: strategy, value: value))
    }
}

extension Command where Response == ShadowRoot {
    /// An element's shadow root; chromedriver returns a closed one too.
    ///
    /// [Get Element Shadow Root](https://www.w3.org/TR/webdriver2/#get-element-shadow-root)
    public static func getShadowRoot(of element: Element) -> Self { Self(.get, "/element/\(element)/shadow") }
}
