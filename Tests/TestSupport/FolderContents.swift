public import Foundation

/// The files of a folder, and of those in it, by their path; none where a test has removed it.
public func contents(of folder: String) throws -> [String: Data] {
    if access(folder, F_OK) != 0 { return [:] }
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
        let url = URL(filePath: "\(folder)/\(name)")
        let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
        if attributes[.type] as? FileAttributeType == .typeRegular { files[name] = try Data(contentsOf: url) }
    }
    return files
}
