public import CanaryModel

extension Store {
    /// Keeps that a run begins.
    ///
    /// - Parameters:
    ///   - canary: The number of its canary.
    ///   - version: The number of what it runs.
    ///   - due: When it was to begin.
    ///   - attempt: Which attempt at that time it is, from 1.
    ///   - cause: Why it begins.
    ///   - started: When it begins.
    /// - Returns: The number of the run.
    /// - Throws: ``StoreError``.
    public func beginRun(
        of canary: Int,
        version: Int?,
        due: Timestamp,
        attempt: Int = 1,
        cause: RunCause = .schedule,
        at started: Timestamp = .now()
    ) throws(StoreError) -> Int {
        try database.run(
            "INSERT INTO run(canary, version, due, started, state, attempt, cause) VALUES(?, ?, ?, ?, 0, ?, ?)",
            .integer(canary),
            SQLiteValue(version),
            .integer(due.milliseconds),
            .integer(started.milliseconds),
            .integer(attempt),
            .integer(cause.rawValue)
        )
        return database.lastInserted
    }

    /// Keeps what a run came to, with its steps and in the counts of its hour: all of it or nothing.
    ///
    /// - Parameters:
    ///   - run: The number of the run; one that has ended stays as it is.
    ///   - end: What it came to.
    /// - Throws: ``StoreError``.
    public func endRun(_ run: Int, _ end: RunEnd) throws(StoreError) {
        try database.transaction { () throws(StoreError) in
            try database.run(
                """
                UPDATE run SET state = ?2, duration = ?3, code = ?4, reason = ?5, folder = ?6, bytes = ?7
                WHERE id = ?1 AND state = 0
                """,
                .integer(run),
                .integer(end.state.rawValue),
                .integer(end.duration),
                SQLiteValue(end.code),
                SQLiteValue(end.reason?.cut(to: 1024)),
                SQLiteValue(end.folder),
                .integer(end.bytes)
            )
            guard database.changes == 1 else { return }
            for step in end.steps { try keep(step, of: run) }
            try count(run, end)
        }
    }

    private func keep(_ step: StoredStep, of run: Int) throws(StoreError) {
        try database.run(
            "INSERT OR REPLACE INTO step(run, number, name, outcome, duration, message) VALUES(?, ?, ?, ?, ?, ?)",
            .integer(run),
            .integer(step.number),
            .text(step.name.cut(to: 1024)),
            .text(step.outcome.rawValue),
            .integer(step.duration),
            SQLiteValue(step.message?.cut(to: 1024))
        )
    }

    private func count(_ run: Int, _ end: RunEnd) throws(StoreError) {
        try database.run(
            """
            INSERT INTO hour(canary, hour, passed, failed, errors, duration, longest)
            SELECT canary, started / 3600000, ?2, ?3, ?4, ?5, ?5 FROM run WHERE id = ?1
            ON CONFLICT DO UPDATE SET passed = passed + ?2, failed = failed + ?3, errors = errors + ?4,
              duration = duration + ?5, longest = max(longest, ?5)
            """,
            .integer(run),
            .integer(end.state == .passed ? 1 : 0),
            .integer(end.state == .failed ? 1 : 0),
            .integer(end.state == .error ? 1 : 0),
            .integer(end.duration)
        )
    }

    /// Keeps that a run did not begin although it was due.
    ///
    /// - Parameters:
    ///   - canary: The number of its canary.
    ///   - due: When it was to begin.
    ///   - reason: Why it did not.
    /// - Throws: ``StoreError``.
    public func missRun(of canary: Int, due: Timestamp, because reason: String) throws(StoreError) {
        try database.transaction { () throws(StoreError) in
            try note("missed", "\(due): \(reason)", of: canary)
            try database.run(
                """
                INSERT INTO hour(canary, hour, missed) VALUES(?1, ?2, 1)
                ON CONFLICT DO UPDATE SET missed = missed + 1
                """,
                .integer(canary),
                .integer(due.milliseconds / 3_600_000)
            )
        }
    }

    /// Marks the runs that were going when the service before ended.
    ///
    /// - Throws: ``StoreError``.
    func interruptRunning() throws(StoreError) {
        try database.run(
            "UPDATE run SET state = ?, reason = 'the service ended while it ran' WHERE state = 0",
            .integer(RunState.interrupted.rawValue)
        )
    }

    /// The runs of a canary, the newest first.
    ///
    /// - Parameters:
    ///   - canary: The number of the canary.
    ///   - id: Those before this one; `nil`: from the newest on.
    ///   - most: How many at the most.
    ///   - isPassedIncluded: Whether those that passed or still go are among them.
    /// - Returns: The runs.
    /// - Throws: ``StoreError``.
    public func runs(
        of canary: Int,
        before id: Int? = nil,
        atMost most: Int = 10,
        includingPassed isPassedIncluded: Bool = true
    ) throws(StoreError) -> [StoredRun] {
        let which = isPassedIncluded ? "" : "AND state > 1"
        return try database.rows(
            "\(Self.runColumns) WHERE canary = ? AND id < ? \(which) ORDER BY id DESC LIMIT ?",
            [.integer(canary), .integer(id ?? Int.max), .integer(most)],
            Self.run
        )
    }

    /// A run; `nil` where there is none with this number.
    ///
    /// - Throws: ``StoreError``.
    public func run(_ id: Int) throws(StoreError) -> StoredRun? {
        try database.rows("\(Self.runColumns) WHERE id = ?", [.integer(id)], Self.run).first
    }

    /// The steps that are kept of a run.
    ///
    /// - Throws: ``StoreError``.
    public func steps(of run: Int) throws(StoreError) -> [StoredStep] {
        try database.rows(
            "SELECT number, name, outcome, duration, message FROM step WHERE run = ? ORDER BY number",
            [.integer(run)]
        ) { row in
            StoredStep(
                number: row.integer(0),
                name: row.text(1),
                outcome: Outcome(rawValue: row.text(2)) ?? .error,
                duration: row.integer(3),
                message: row.optionalText(4)
            )
        }
    }

    private static let runColumns = """
        SELECT id, canary, version, due, started, duration, state, attempt, cause, code, reason, folder FROM run
        """

    private static func run(_ row: Statement) -> StoredRun {
        StoredRun(
            id: row.integer(0),
            canary: row.integer(1),
            version: row.optionalInteger(2),
            due: Timestamp(milliseconds: row.integer(3)),
            started: Timestamp(milliseconds: row.integer(4)),
            duration: row.optionalInteger(5),
            state: RunState(rawValue: row.integer(6)) ?? .error,
            attempt: row.integer(7),
            cause: RunCause(rawValue: row.integer(8)) ?? .schedule,
            code: row.optionalText(9),
            reason: row.optionalText(10),
            folder: row.optionalText(11)
        )
    }
}
