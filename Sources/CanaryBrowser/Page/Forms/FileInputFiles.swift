/// The parameters of `DOM.setFileInputFiles` (DevTools protocol).
struct FileInputFiles: Encodable, Sendable {
    /// The files, by absolute paths on the browser's machine.
    let files: [String]
    /// The browser's number for the file input.
    let backendNodeId: Int
}
