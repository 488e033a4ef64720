/// Names of files made from names of steps.
enum FileName {
    /// `07-click-login-btn.png`: number, and what of the name is letters and digits of ASCII, in lower case.
    ///
    /// `name` is the step's, secrets masked.
    static func screenshot(_ number: Int, _ name: String, isCleanup: Bool) -> String {
        let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let slug = String(words.joined(separator: "-").prefix(60))
        let digits = number < 10 ? "0\(number)" : "\(number)"
        return "\(isCleanup ? "cleanup-" : "")\(digits)-\(slug.isEmpty ? "step" : slug).png"
    }
}
