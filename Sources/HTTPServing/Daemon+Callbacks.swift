import CMicrohttpd

// What libmicrohttpd calls on its thread; what it is given there stays valid for the call.
extension Daemon {
    private static let yes = Int32(microhttpd_yes)
    private static let no = Int32(microhttpd_no)

    private static func at(_ context: UnsafeMutableRawPointer) -> Daemon {
        Unmanaged<Daemon>.fromOpaque(context).takeUnretainedValue()
    }

    static let connection:
        @convention(c) (
            UnsafeMutableRawPointer?, OpaquePointer?, UnsafeMutablePointer<UnsafeMutableRawPointer?>?, Int32
        ) -> Void = { context, connection, slot, code in
            guard let context, let connection, let slot else { return }
            let service = at(context).service
            if code == Int32(microhttpd_connection_started) {
                let client = ClientConnection(
                    descriptor: microhttpd_descriptor(connection),
                    arrivalTime: service.limits.arrivalTime
                )
                slot.pointee = Unmanaged.passRetained(client).toOpaque()
                service.watch.add(client)
            } else if let client = slot.pointee {
                slot.pointee = nil
                service.watch.remove(Unmanaged<ClientConnection>.fromOpaque(client).takeRetainedValue())
            }
        }

    static let requestLine:
        @convention(c) (
            UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?
        ) -> UnsafeMutableRawPointer? = { context, target, connection in
            guard let context, let connection,
                let client = microhttpd_connection_context(connection)
            else { return nil }
            let daemon = at(context)
            let exchange = Exchange(
                target: target.map { String(cString: $0) } ?? "",
                connection: ConnectionHandle(pointer: connection),
                client: Unmanaged<ClientConnection>.fromOpaque(client).takeUnretainedValue(),
                service: daemon.service,
                isFromUnixSocket: daemon.isFromUnixSocket
            )
            exchange.client.requestBegan()
            return Unmanaged.passRetained(exchange).toOpaque()
        }

    static let request:
        @convention(c) (
            UnsafeMutableRawPointer?, OpaquePointer?, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
            UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafeMutablePointer<Int>?,
            UnsafeMutablePointer<UnsafeMutableRawPointer?>?
        ) -> Int32 = { _, _, _, method, _, part, size, slot in
            guard let exchange = slot?.pointee, let method, let size else { return no }
            let part = UnsafeRawBufferPointer(start: part, count: part == nil ? 0 : size.pointee)
            // All of it is taken.
            size.pointee = 0
            let isToGoOn = Unmanaged<Exchange>.fromOpaque(exchange).takeUnretainedValue()
                .proceed(method: String(cString: method), part: part)
            return isToGoOn ? yes : no
        }

    static let requestOver:
        @convention(c) (
            UnsafeMutableRawPointer?, OpaquePointer?, UnsafeMutablePointer<UnsafeMutableRawPointer?>?, Int32
        ) -> Void = { _, _, slot, _ in
            guard let slot, let exchange = slot.pointee else { return }
            slot.pointee = nil
            Unmanaged<Exchange>.fromOpaque(exchange).takeRetainedValue().ended()
        }
}
