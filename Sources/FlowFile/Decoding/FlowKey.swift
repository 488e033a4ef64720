/// The keys of a flow file.
enum FlowKey: String, CaseIterable {
    case name, title, tags, baseURL, variables, secrets, timeout, stepTimeout, cleanupTimeout, retries,
        browser
    case evidence, allowStatus, failOn, ignore, requests, cleanupFailure, steps, cleanup

    static let all = allCases.map(\.rawValue)
}
