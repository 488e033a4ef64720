public import Foundation

extension Command where Response == String {
    /// Hands a file to the driver's machine and answers with its path there, for a file input.
    ///
    /// For a driver that does not see this machine's files. `isGrid`: the path of a Selenium Grid (`/se/file`,
    /// ``SessionCapabilities/isGrid``) rather than that of a bare driver (`/file`).
    ///
    /// [Selenium Grid endpoints](https://www.selenium.dev/documentation/grid/advanced_features/endpoints/)
    public static func uploadFile(named name: String, _ contents: Data, isGrid: Bool) -> Self {
        let archive = StoredArchive(fileName: name, contents).data
        return Self(post: isGrid ? "/se/file" : "/file", ["file": archive])
    }
}
