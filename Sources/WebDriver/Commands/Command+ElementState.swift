extension Command where Response == Bool {
    /// Whether a checkbox, radio button or option is selected.
    ///
    /// [Is Element Selected](https://www.w3.org/TR/webdriver2/#is-element-selected)
    public static func isSelected(_ element: Element) -> Self { Self(.get, "/element/\(element)/selected") }

    /// Whether a form control is enabled.
    ///
    /// [Is Element Enabled](https://www.w3.org/TR/webdriver2/#is-element-enabled)
    public static func isEnabled(_ element: Element) -> Self { Self(.get, "/element/\(element)/enabled") }

    /// Whether an element is displayed; not an endpoint of its own there, yet every driver has it.
    ///
    /// [Element Displayedness](https://www.w3.org/TR/webdriver2/#element-displayedness)
    public static func isDisplayed(_ element: Element) -> Self { Self(.get, "/element/\(element)/displayed") }
}

extension Command where Response == String? {
    /// An attribute as the markup has it, `"true"` for a boolean one; `nil` where it is absent.
    ///
    /// [Get Element Attribute](https://www.w3.org/TR/webdriver2/#get-element-attribute)
    public static func getAttribute(_ name: String, of element: Element) -> Self {
        Self(.get, "/element/\(element)/attribute/\(name: name)")
    }
}

extension Command {
    /// A property of the element's object, as whatever type it has.
    ///
    /// [Get Element Property](https://www.w3.org/TR/webdriver2/#get-element-property)
    public static func getProperty(_ name: String, of element: Element) -> Self {
        Self(.get, "/element/\(element)/property/\(name: name)")
    }
}

extension Command where Response == String {
    /// The computed value of a CSS property; empty where there is no such property.
    ///
    /// [Get Element CSS Value](https://www.w3.org/TR/webdriver2/#get-element-css-value)
    public static func getCSSValue(_ name: String, of element: Element) -> Self {
        Self(.get, "/element/\(element)/css/\(name: name)")
    }

    /// The text as it is rendered.
    ///
    /// [Get Element Text](https://www.w3.org/TR/webdriver2/#get-element-text)
    public static func getText(of element: Element) -> Self { Self(.get, "/element/\(element)/text") }

    /// The tag's name; lower case in HTML.
    ///
    /// [Get Element Tag Name](https://www.w3.org/TR/webdriver2/#get-element-tag-name)
    public static func getTagName(of element: Element) -> Self { Self(.get, "/element/\(element)/name") }

    /// The WAI-ARIA role.
    ///
    /// [Get Computed Role](https://www.w3.org/TR/webdriver2/#get-computed-role)
    public static func getComputedRole(of element: Element) -> Self {
        Self(.get, "/element/\(element)/computedrole")
    }

    /// The accessible name.
    ///
    /// [Get Computed Label](https://www.w3.org/TR/webdriver2/#get-computed-label)
    public static func getComputedLabel(of element: Element) -> Self {
        Self(.get, "/element/\(element)/computedlabel")
    }
}

extension Command where Response == Rect {
    /// Where the element is in its document, in CSS pixels.
    ///
    /// [Get Element Rect](https://www.w3.org/TR/webdriver2/#get-element-rect)
    public static func getRect(of element: Element) -> Self { Self(.get, "/element/\(element)/rect") }
}
