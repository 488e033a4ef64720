import CanaryModel

extension String {
    /// A page by its URL, which this is, and its title where it has one: `https://example.com/ “Example”`.
    func titled(_ title: String?) -> String {
        guard let title, !title.isEmpty else { return cut(to: 300) }
        return "\(cut(to: 300)) “\(title.cut(to: 100))”"
    }
}
