package import CanaryHTTP
import CanaryModel

extension HTTPResponse {
    /// What the response, or a redirect to it, says of `SameSite` for a cookie, which a jar does not keep.
    package func sameSite(ofCookie name: String) -> String? {
        let cookie = cookies.compactMap(SetCookie.init).last { $0.name == name }
        guard case .string(let text)? = cookie?[.sameSite] else { return nil }
        return ["Strict", "Lax", "None"].first { $0.lowercased() == text.lowercased() }
    }
}
