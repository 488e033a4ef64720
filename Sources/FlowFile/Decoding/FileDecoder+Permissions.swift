import CanaryModel

extension FileDecoder {
    /// The `permissions` of a flow's browser.
    func permissions(_ node: JSON5Node) -> Set<Permission> {
        let names = Permission.allCases.map(\.rawValue)
        let found = constants(node, "permissions").compactMap { name -> Permission? in
            if let permission = Permission(rawValue: name.text) { return permission }
            let all = "the permissions are " + names.joined(separator: ", ")
            report(
                name.node,
                "unknown permission \(TerminalText.quoted(name.text))",
                suggestion: Suggestion.question(name.text, in: names) ?? all
            )
            return nil
        }
        return Set(found)
    }

    /// The `geolocation` of a flow's browser.
    func geolocation(_ node: JSON5Node) -> Geolocation? {
        guard case .object(let members) = node.value else {
            reportKind(node, "geolocation", takes: "an object { latitude: 48.2, longitude: 16.4 }")
            return nil
        }
        checkKeys(members, of: "geolocation", allowed: ["latitude", "longitude"])
        let latitude = degrees("latitude", of: members, within: 90, node)
        let longitude = degrees("longitude", of: members, within: 180, node)
        guard let latitude, let longitude else { return nil }
        return Geolocation(latitude: latitude, longitude: longitude)
    }

    private func degrees(
        _ key: String,
        of members: [JSON5Member],
        within most: Int,
        _ node: JSON5Node
    ) -> Double? {
        guard let member = members[key] else {
            report(node, "geolocation needs '\(key)'")
            return nil
        }
        guard let degrees = number(member.value, key) else { return nil }
        if abs(degrees) <= Double(most) { return degrees }
        reportKind(member.value, key, takes: "a number from -\(most) to \(most)")
        return nil
    }
}
