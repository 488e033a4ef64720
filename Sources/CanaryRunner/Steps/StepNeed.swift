package import CanaryModel

/// What a step needs to be done with.
package enum StepNeed: Sendable, Hashable, CaseIterable {
    /// A page in a browser.
    case page
    /// A client that sends requests.
    case client
}

extension Step {
    /// What the step needs; `nil` for a pause, which is pictured only where there is a page anyway.
    ///
    /// A group needs a page where one of its steps does.
    package var need: StepNeed? {
        switch content {
        case .action(let action):
            if let kind = action?.kind, [.request, .connect, .dns].contains(kind) { return .client }
            let isPictured = screenshot.map { $0.written != .none } ?? false
            let isPause = action?.pause != nil && expect.isEmpty && !isPictured
            return isPause ? nil : .page
        case .group(let steps):
            let needs = steps.compactMap(\.need)
            return !expect.isEmpty || needs.contains(.page) ? .page : needs.first
        }
    }

    /// All that has to be there for the step: a request may need the page, too, for its cookies.
    package var needs: [StepNeed] {
        if case .action(let action?) = content, action.takesBrowserCookies { return [.page, .client] }
        return need.map { [$0] } ?? []
    }
}
