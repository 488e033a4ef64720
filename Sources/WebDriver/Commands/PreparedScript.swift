import Foundation

/// A script that is sent often: made into JSON text once.
///
/// Escaping 30 KB of script for its request takes 0.12 ms each time, copying it next to nothing.
public struct PreparedScript: Sendable {
    /// The script as a JSON string.
    let json: Result<Data, any Error>

    /// Prepares a function body.
    public init(_ source: String) {
        json = Result { try JSONText.encode(source) }
    }
}
