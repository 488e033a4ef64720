/// Names of files made from names of steps.
enum FileName {
    /// `07-click-login-btn.png`: number, and what of the name is letters and digits of ASCII, in lower case.
    ///
    /// `numbers` are the group's and the step's in it, or the step's alone; `name` is the step's, secrets masked.
    static func screenshot(_ numbers: [Int], _ name: String, isCleanup: Bool) -> String {
        let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let slug = String(words.joined(separator: "-").prefix(60))
        let digits = numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
        return "\(isCleanup ? "cleanup-" : "")\(digits)-\(slug.isEmpty ? "step" : slug).png"
    }
}
