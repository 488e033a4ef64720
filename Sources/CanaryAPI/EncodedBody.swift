import CanaryModel
import Foundation

/// The body of a request as it is sent.
struct EncodedBody {
    let data: Data
    let mediaType: String
    /// What stands between the parts of `multipart`.
    let boundary: String?

    /// Throws ``APIError`` where a file cannot be read.
    init(_ body: RequestBody) throws(APIError) {
        switch body {
        case .json(let value): data = Data(value.written.utf8)
        case .form(let fields): data = Data(fields.encoded.utf8)
        case .text(let text): data = Data(text.utf8)
        case .file(let path): data = try Data(ofFile: path)
        case .multipart(let parts):
            let boundary =
                "canary-" + (0..<4).map { _ in String(UInt32.random(in: .min ... .max), radix: 36) }.joined()
            data = try parts.encoded(boundary)
            mediaType = "\(body.mediaType); boundary=\(boundary)"
            self.boundary = boundary
            return
        }
        (mediaType, boundary) = (body.mediaType, nil)
    }
}

extension [RequestPart] {
    /// The parts as RFC 7578 has them.
    fileprivate func encoded(_ boundary: String) throws(APIError) -> Data {
        var data = Data()
        for part in self {
            data.append(Data("--\(boundary)\r\n\(part.header)\r\n".utf8))
            switch part.content {
            case .text(let text): data.append(Data(text.utf8))
            case .file(let path): data.append(try Data(ofFile: path))
            }
            data.append(Data("\r\n".utf8))
        }
        return data + Data("--\(boundary)--\r\n".utf8)
    }
}

extension RequestPart {
    fileprivate var header: String {
        var (sentName, sentType) = (fileName, mediaType)
        if case .file(let path) = content {
            sentName = sentName ?? path.split(separator: "/").last.map(String.init) ?? path
            sentType = sentType ?? MediaType.ofFile(sentName ?? path)
        }
        let file = sentName.map { "; filename=\"\($0.quotable)\"" } ?? ""
        let type = sentType.map { "Content-Type: \($0.filter { !$0.isNewline })\r\n" } ?? ""
        return "Content-Disposition: form-data; name=\"\(name.quotable)\"\(file)\r\n\(type)"
    }
}

extension String {
    /// The text as it stands between quotes: quotes and line breaks as browsers write them.
    fileprivate var quotable: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "\"": text += "%22"
            case "\r": text += "%0D"
            case "\n": text += "%0A"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}

extension Data {
    fileprivate init(ofFile path: String) throws(APIError) {
        do {
            try self.init(contentsOf: URL(filePath: path))
        } catch {
            throw APIError(.flow, "the file \(path) cannot be read: \(error.localizedDescription)")
        }
    }
}
