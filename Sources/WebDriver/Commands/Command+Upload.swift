extension Command where Response == String {
    /// Hands a file to the driver's machine and answers with its path there, for a file input.
    ///
    /// The archive is a zip with exactly this one file, as base64. `isGrid`: the path of a Selenium Grid
    /// (`/se/file`) rather than that of a bare driver (`/file`).
    ///
    /// [Selenium Grid endpoints](https://www.selenium.dev/documentation/grid/advanced_features/endpoints/)
    public static func uploadFile(base64Archive: String, isGrid: Bool) -> Self {
        Self(post: isGrid ? "/se/file" : "/file", ["file": base64Archive])
    }
}
