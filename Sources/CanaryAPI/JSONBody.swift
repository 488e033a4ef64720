import CanaryModel
import Foundation
import Synchronization

/// A body as JSON, read when it is first asked for: many conditions need none.
final class JSONBody: Sendable {
    private let data: Data
    private let known = Mutex<Result<JSONValue, JSONSyntaxError>?>(nil)

    init(_ data: Data) { self.data = data }

    /// The value.
    ///
    /// - Throws: `JSONSyntaxError` where the body is not JSON.
    func value() throws(JSONSyntaxError) -> JSONValue {
        try known.withLock { known in
            if let known { return known }
            let result = Result { () throws(JSONSyntaxError) in try JSONValue(parsing: data) }
            known = result
            return result
        }.get()
    }
}
