public import Foundation

extension Command where Response == Data {
    /// The viewport as PNG.
    ///
    /// [Take Screenshot](https://www.w3.org/TR/webdriver2/#take-screenshot)
    public static var takeScreenshot: Self { Self(.get, "/screenshot") }

    /// An element as PNG; scrolls it into view.
    ///
    /// [Take Element Screenshot](https://www.w3.org/TR/webdriver2/#take-element-screenshot)
    public static func takeScreenshot(of element: Element) -> Self {
        Self(.get, "/element/\(element)/screenshot")
    }

    /// The page as PDF.
    ///
    /// [Print Page](https://www.w3.org/TR/webdriver2/#print-page)
    public static func printPage(_ options: PrintOptions = PrintOptions()) -> Self {
        Self(post: "/print", options)
    }
}
