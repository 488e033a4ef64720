import CReportAssets
import Foundation
import Hashing

/// The style or the script of the report.
struct ReportAsset: Sendable {
    /// The text as it stands in its file.
    let text: String
    /// The text's digest as a content security policy names it: `'sha256-…'`.
    let source: String

    static let style = ReportAsset(report_style)
    static let script = ReportAsset(report_script)

    private init(_ asset: report_asset) {
        let bytes = Array(UnsafeBufferPointer(start: asset.bytes, count: Int(asset.size)))
        text = String(decoding: bytes, as: UTF8.self)
        source = "'sha256-\(Data(SHA256.digest(of: bytes)).base64EncodedString())'"
    }
}
