extension Command where Response == [Cookie] {
    /// All cookies that the current document would send.
    ///
    /// [Get All Cookies](https://www.w3.org/TR/webdriver2/#get-all-cookies)
    public static var getAllCookies: Self { Self(.get, "/cookie") }
}

extension Command where Response == Cookie {
    /// The cookie of this name, or `no such cookie`.
    ///
    /// [Get Named Cookie](https://www.w3.org/TR/webdriver2/#get-named-cookie)
    public static func getCookie(named name: String) -> Self { Self(.get, "/cookie/\(name: name)") }
}

extension Command where Response == Nothing {
    /// Adds a cookie; the current document must be of its domain.
    ///
    /// [Add Cookie](https://www.w3.org/TR/webdriver2/#add-cookie)
    public static func addCookie(_ cookie: Cookie) -> Self { Self(post: "/cookie", ["cookie": cookie]) }

    /// Removes the cookie of this name; no error where there is none.
    ///
    /// [Delete Cookie](https://www.w3.org/TR/webdriver2/#delete-cookie)
    public static func deleteCookie(named name: String) -> Self { Self(.delete, "/cookie/\(name: name)") }

    /// Removes all cookies of the current document.
    ///
    /// [Delete All Cookies](https://www.w3.org/TR/webdriver2/#delete-all-cookies)
    public static var deleteAllCookies: Self { Self(.delete, "/cookie") }
}
