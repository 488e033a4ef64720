import Foundation

/// The folder that canary was called in: paths of the command line begin there, and are shown from there.
struct WorkingFolder: Sendable, Hashable {
    let path: String

    /// The folder of the process at this moment.
    static var current: WorkingFolder { WorkingFolder(path: FileManager.default.currentDirectoryPath) }

    /// The path from the root, without slashes at its end.
    func absolute(_ path: String) -> String {
        var path = path[...]
        while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
        if !path.hasPrefix("/") { path = Substring("\(self.path)/\(path)") }
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return String(path)
    }

    /// A program as ``absolute(_:)``, where it is a path: not a bare name, which `PATH` is searched for, nor a URL.
    func program(_ name: String) -> String {
        name.contains("/") && !name.contains("://") ? absolute(name) : name
    }

    /// The path as it is shown: from this folder where it lies in it.
    func shown(_ path: String) -> String {
        path.hasPrefix(self.path + "/") ? String(path.dropFirst(self.path.count + 1)) : path
    }
}
