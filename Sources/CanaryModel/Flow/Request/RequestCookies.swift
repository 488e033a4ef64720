/// Where the cookies of a request come from, and go to.
public enum RequestCookies: String, Sendable, Hashable {
    /// Nowhere: none are kept.
    case none
    /// A jar of the attempt, for all its requests.
    case jar
    /// The browser of the flow's page.
    case browser
}
