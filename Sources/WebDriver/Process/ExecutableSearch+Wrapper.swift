import Foundation

extension ExecutableSearch {
    /// The browser itself, where a package's shell script stands in front of it.
    ///
    /// Debian's script for the headless shell stays its parent, so that a killed script leaves the browser alone; the one for Chromium
    /// starts some twenty programs and adds the flags of `/etc/chromium.d`, which are wishes for a desktop (extensions, GPU rasterisation):
    /// they make a run slower and differ from machine to machine. What of them is needed, `/dev/shm`, is seen to here.
    ///
    /// - Parameter path: An executable.
    /// - Returns: The executable that the script starts; `path` itself where it is not one of these scripts.
    func executable(behind path: String) -> String {
        guard Self.script(at: path) != nil else { return path }
        let script = Self.resolvingLinks(path)
        let name = String(script.split(separator: "/").last ?? "")
        let folder = script.dropLast(name.count + 1)
        guard ["/usr/bin", "/opt", "/usr/lib"].contains(where: { script.hasPrefix(root + $0 + "/") }) else {
            return path  // somebody's own script has its reasons
        }
        let known = [
            "\(folder)/chrome", "\(root)/usr/lib/chromium/\(name)", "\(root)/usr/lib/\(name)/\(name)",
        ]
        return known.first { $0 != script && isExecutable($0) && Self.script(at: $0) == nil } ?? path
    }

    /// Whether an executable is the headless shell, or a link or script that leads to it.
    static func isHeadlessShell(_ path: String) -> Bool {
        func isNamed(_ text: String) -> Bool {
            text.contains("headless-shell") || text.contains("headless_shell")
        }
        let names = [path, resolvingLinks(path)].compactMap { $0.split(separator: "/").last.map(String.init) }
        return names.contains(where: isNamed) || script(at: path).map(isNamed) ?? false
    }

    private static func resolvingLinks(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }

    /// The script at a path, 64 KB of it at the most; `nil` where it is not one, or cannot be read: then it is taken as it is.
    private static func script(at path: String) -> String? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }  // opened for reading: nothing can be lost
        guard (try? file.read(upToCount: 2)) == Data("#!".utf8) else { return nil }
        return (try? file.read(upToCount: 1 << 16)).map { String(decoding: $0, as: UTF8.self) }
    }
}
