import CCurl

// Who waits for a socket: the loop, or the task that expects its reply soon.

extension Transfers {
    /// The one socket that a reply is expected on soon; without one, the loop gets them all.
    func socketToLookAt() -> Int32? {
        guard let held, held.count == 1, let (socket, what) = held.first, what == CURL_POLL_IN else {
            release()
            return nil
        }
        return socket
    }

    /// Leaves every socket to the loop.
    func release() {
        guard let released = held else { return }
        held = nil
        for (socket, what) in released { watch(socket, what) }
    }

    /// Watches a socket for what curl waits for, or has the task do so that is to look itself.
    func watch(_ socket: Int32, _ what: Int32) {
        if what == CURL_POLL_REMOVE {
            held?[socket] = nil
            poller.forget(socket)
        } else if held != nil {
            held?[socket] = what
        } else {
            poller.watch(socket, reading: what & CURL_POLL_IN != 0, writing: what & CURL_POLL_OUT != 0)
        }
    }
}
