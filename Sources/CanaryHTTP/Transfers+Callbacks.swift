import CCurl

/// curl waits for other sockets: called inside its functions, so by the thread that was let in.
let socketChanged: curl_socket_callback = { _, socket, what, context, _ in
    guard let context else { return 0 }
    Unmanaged<Transfers>.fromOpaque(context).takeUnretainedValue().watch(socket, what)
    return 0
}

/// curl wants to be called in so many milliseconds, or no more (-1): called as above.
let timerChanged: curl_multi_timer_callback = { _, milliseconds, context in
    guard let context else { return 0 }
    Unmanaged<Transfers>.fromOpaque(context).takeUnretainedValue().callBack(after: milliseconds)
    return 0
}
