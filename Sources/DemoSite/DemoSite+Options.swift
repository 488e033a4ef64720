extension DemoSite {
    /// What a site is started with.
    public struct Options: Sendable {
        /// The port; 0 takes a free one.
        public var port: Int
        /// The password of `canary-test@example.com`.
        public var password: String
        /// What clients of the orders API send as bearer token.
        public var apiToken: String
        /// The largest body of a request, in bytes.
        public var maximumBodySize: Int
        /// How the site misbehaves at the start.
        public var behaviour: Behaviour
        /// Whether requests are kept in ``DemoSite/requests``.
        public var recordsRequests: Bool

        /// Makes options.
        ///
        /// `responseTime` is what the site itself takes over one sign-in, from the landing page to the
        /// panels of the dashboard; see ``Behaviour/signInTaking(_:)``.
        public init(
            port: Int = 0,
            password: String = "correct horse",
            apiToken: String = "demo-api-token",
            responseTime: Duration = .zero,
            maximumBodySize: Int = 32 << 20,
            behaviour: Behaviour = Behaviour(),
            recordsRequests: Bool = true
        ) {
            self.port = port
            self.password = password
            self.apiToken = apiToken
            self.maximumBodySize = maximumBodySize
            self.behaviour = behaviour
            if responseTime > .zero {
                self.behaviour.rules.insert(contentsOf: Behaviour.signInTaking(responseTime).rules, at: 0)
            }
            self.recordsRequests = recordsRequests
        }
    }
}
