extension Command where Response == Nothing {
    /// Opens an absolute URL and waits as far as the page load strategy says.
    ///
    /// An HTTP status of 400 or more is not an error of this command.
    ///
    /// [Navigate To](https://www.w3.org/TR/webdriver2/#navigate-to)
    public static func navigate(to url: String) -> Self { Self(post: "/url", ["url": url]) }

    /// Goes one entry back in the history; nothing where there is none.
    ///
    /// [Back](https://www.w3.org/TR/webdriver2/#back)
    public static var back: Self { Self(.post, "/back") }

    /// Goes one entry forward in the history; nothing where there is none.
    ///
    /// [Forward](https://www.w3.org/TR/webdriver2/#forward)
    public static var forward: Self { Self(.post, "/forward") }

    /// Loads the page again.
    ///
    /// [Refresh](https://www.w3.org/TR/webdriver2/#refresh)
    public static var refresh: Self { Self(.post, "/refresh") }
}

extension Command where Response == String {
    /// The URL of the top document.
    ///
    /// [Get Current URL](https://www.w3.org/TR/webdriver2/#get-current-url)
    public static var getCurrentURL: Self { Self(.get, "/url") }

    /// The title of the top document.
    ///
    /// [Get Title](https://www.w3.org/TR/webdriver2/#get-title)
    public static var getTitle: Self { Self(.get, "/title") }

    /// The current document as markup.
    ///
    /// [Get Page Source](https://www.w3.org/TR/webdriver2/#get-page-source)
    public static var getPageSource: Self { Self(.get, "/source") }
}
