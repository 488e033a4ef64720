import CCurl
import Foundation

/// Takes a part of the body; any other number than the one given tells curl to end the transfer.
let receiveBody: canary_curl_receiver = { bytes, _, count, context in
    guard let bytes, let context else { return 0 }
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    return transfer.take(body: UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
}

/// Takes a line of the header, status lines and the empty line after it included.
let receiveHeader: canary_curl_receiver = { bytes, _, count, context in
    guard let bytes, let context else { return 0 }
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    return transfer.take(header: UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
}

/// A request is about to go out; again where a kept connection ended before a byte of the reply came.
let willSend: curl_prereq_callback = { context, _, _, _, _ in
    guard let context else { return CURL_PREREQFUNC_ABORT }
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    return transfer.maySend() ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}

/// A socket was made: it is kept from programs started later.
let didOpen: curl_sockopt_callback = { context, socket, _ in
    guard let context else { return CURL_SOCKOPT_ERROR }
    Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().sockets.append(socket)
    return fcntl(socket, F_SETFD, FD_CLOEXEC) == 0 ? CURL_SOCKOPT_OK : CURL_SOCKOPT_ERROR
}

extension Transfer {
    /// No server that is well sends more header than this; curl itself ends at 300 KiB, without a code for it.
    private static let maximumHeaderSize = 256 << 10

    /// Whether the request may go out, again where it did before.
    ///
    /// A server that closes an idle connection just as a request comes has not seen it; that shows within a
    /// round trip. Where more time has passed the server had the request, and only what can be
    /// done twice (RFC 9110, section 9.2.2) is.
    fileprivate func maySend() -> Bool {
        guard let sentAt else {
            self.sentAt = .now
            return true
        }
        // A reply has come, which asked for another request, as one of digest authentication.
        if headerSize > 0 { return true }
        let elapsed = ContinuousClock.now - sentAt
        let mayBeTwice = elapsed < .seconds(1) || !["POST", "PATCH"].contains(exchange.request.method)
        if mayBeTwice, !exchange.request.isSentOnce { return true }
        silence = elapsed
        return false
    }

    fileprivate func take(body bytes: UnsafeRawBufferPointer) -> Bool {
        let limit = exchange.request.maximumResponseSize
        let announced = body.isEmpty ? handle.quantity(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T) : 0
        guard body.count + bytes.count <= limit, announced <= limit else {
            excess = ("body", limit)
            return false
        }
        // The server's word is good for a reservation only up to a point.
        if announced > bytes.count { body.reserveCapacity(min(announced, 16 << 20)) }
        // As a sequence, the bytes would be appended one by one.
        body.append(bytes.assumingMemoryBound(to: UInt8.self))
        return true
    }

    fileprivate func take(header bytes: UnsafeRawBufferPointer) -> Bool {
        headerSize += bytes.count
        guard headerSize <= Self.maximumHeaderSize else {
            excess = ("header", Self.maximumHeaderSize)
            return false
        }
        let line = bytes.trimmed
        if line.isEmpty {
            isHeaderWhole = true
            return isConsistent()
        }
        if line.starts(with: "HTTP/".utf8) {
            beginReply(line)
        } else if let first = bytes.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
            headers.extendLast(by: String(decoding: line, as: UTF8.self))
        } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
            let value = UnsafeRawBufferPointer(rebasing: line[(colon + 1)...]).trimmed
            headers.append(
                HTTPHeader(
                    name: String(decoding: line[..<colon], as: UTF8.self),
                    value: String(decoding: value, as: UTF8.self)
                )
            )
        }
        return true
    }

    /// Whether the header says one size of the body, which curl would take as it comes: the last of several (RFC 9112,
    /// section 6.3).
    private func isConsistent() -> Bool {
        let sizes = Set(
            headers.values("Content-Length").flatMap { value in
                value.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            }
        ).sorted()
        if sizes.count > 1 {
            contradiction = "its Content-Length is \(sizes.joined(separator: " and "))"
        } else if let size = sizes.first, Int(size) == nil {
            contradiction = "its Content-Length is \(size), which is no size"
        }
        return contradiction == nil
    }

    /// A status line: what came before belonged to an interim reply (100, 103).
    private func beginReply(_ line: Slice<UnsafeRawBufferPointer>) {
        headers.removeAll()
        isHeaderWhole = false
        let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
        reason = parts.count == 3 ? String(decoding: parts[2], as: UTF8.self) : ""
    }
}

extension UnsafeRawBufferPointer {
    /// The bytes without the white space and the line break around them.
    fileprivate var trimmed: Slice<UnsafeRawBufferPointer> {
        func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) })
        else { return self[endIndex...] }
        return self[first...last]
    }
}
