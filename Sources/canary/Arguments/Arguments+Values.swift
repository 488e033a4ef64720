import FlowFile
import Foundation

extension Arguments {
    /// The option's value as a whole number.
    ///
    /// - Throws: ``UsageError`` where it is not one or out of `range`.
    func number(_ option: Option, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let value = value(of: option) else { return nil }
        guard let number = Int(value), range.contains(number) else {
            throw UsageError(
                "\(option.written) takes a whole number from \(range.lowerBound) to \(range.upperBound), "
                    + "not \(value.quoted)"
            )
        }
        return number
    }

    /// The option's value as a time above 0, written as in a flow file.
    ///
    /// - Throws: ``UsageError`` where it is not one.
    func duration(_ option: Option) throws(UsageError) -> Duration? {
        guard let value = value(of: option) else { return nil }
        guard let duration = Duration(written: value), duration > .zero else {
            let seconds = Double(value).map { $0 > 0 } ?? false
            throw UsageError(
                "\(option.written) takes a time as in 500ms, 90s or 2m, not \(value.quoted)",
                suggestion: seconds ? "did you mean '\(value)s'?" : nil
            )
        }
        return duration
    }

    /// The option's value as a number of bytes: `500KB`, `200MB`, `1GB`, each unit 1000 of the one before.
    ///
    /// - Throws: ``UsageError`` where it is not one.
    func bytes(_ option: Option) throws(UsageError) -> Int? {
        guard let value = value(of: option) else { return nil }
        let digits = value.prefix { $0.isASCII && $0.isNumber }
        let units = ["KB": 1000, "MB": 1_000_000, "GB": 1_000_000_000]
        guard let number = Int(digits), let unit = units[value.dropFirst(digits.count).uppercased()],
            case let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: unit), !isTooLarge
        else {
            throw UsageError("\(option.written) takes a size as in 500KB, 200MB or 1GB, not \(value.quoted)")
        }
        return bytes
    }

    /// The values `K=V` of the option by K; where a K comes twice, the last counts.
    ///
    /// - Throws: ``UsageError`` where one has no `=` or its K cannot name a variable; it does not show the value,
    ///   which may be a secret.
    func assignments(_ option: Option) throws(UsageError) -> [String: String] {
        var assignments: [String: String] = [:]
        for value in values(of: option) {
            guard let equals = value.firstIndex(of: "=") else {
                throw UsageError(
                    "\(option.written) takes a name and a value, as in \(option.written) USER=maya"
                )
            }
            let name = String(value[..<equals])
            guard Interpolation.isName(name) else {
                throw UsageError(
                    "\(option.written): \(name.quoted) cannot name a variable: that takes letters, digits and _"
                )
            }
            assignments[name] = String(value[value.index(after: equals)...])
        }
        return assignments
    }

    /// What flows may do, by the options that allow it.
    ///
    /// - Throws: ``UsageError`` for a path that is not a folder, and an invalid name of a variable.
    func permissions() throws(UsageError) -> FlowPermissions {
        for folder in values(of: .allowFileAccess) {
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
            guard isThere, isFolder.boolValue else {
                throw UsageError("\(Option.allowFileAccess.written): there is no folder \(folder.quoted)")
            }
        }
        for name in values(of: .allowEnvironment) where !Interpolation.isName(name) {
            throw UsageError("\(Option.allowEnvironment.written): \(name.quoted) cannot name a variable")
        }
        return FlowPermissions(
            allowsBrowserArguments: has(.allowBrowserArguments),
            folders: values(of: .allowFileAccess),
            environment: Set(values(of: .allowEnvironment))
        )
    }
}
