public import CanaryModel

extension TerminalReport {
    /// What clears the line of a terminal and goes to its beginning.
    public static let eraseLine = "\r\u{1B}[2K"

    /// The line that shows what is running now, for a terminal; `nil` for an event that begins nothing.
    ///
    /// It looks like the line that will take its place. It has no newline and fits into `width` columns: print it
    /// after ``eraseLine``, again whenever the elapsed time shall move on, and print ``eraseLine`` before any other
    /// text.
    public func liveLine(for event: RunEvent, elapsed: Duration, width: Int) -> String? {
        let name: String
        let flow: String
        switch event {
        case .flowStarted(let started, _, _):
            (flow, name) = (started, "starting the browser")
        case .stepStarted(let started, _, let group, _, let step, _):
            (flow, name) = (started, (group.map { $0 + " › " } ?? "") + step)
        case .runStarted, .stepEnded, .attemptEnded, .flowEnded, .runEnded:
            return nil
        }
        let tenths = elapsed.milliseconds / 100
        let time = tenths < 1000 ? "\(tenths / 10).\(tenths % 10) s" : elapsed.milliseconds.elapsed
        let line = "  · \(column(time))  " + (hasPrefixes ? flow + " › " : "") + name
        return paint(line.printable(upTo: max(width, 20)).fitting(columns: width - 1), .dim)
    }
}

extension String {
    /// As much of the beginning as fits, wide characters (East Asian, emoji) counted twice.
    fileprivate func fitting(columns: Int) -> String {
        var used = 0
        return String(
            prefix { character in
                used += character.unicodeScalars.contains { $0.value >= 0x1100 } ? 2 : 1
                return used <= columns
            }
        )
    }
}
