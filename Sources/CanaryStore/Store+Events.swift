public import CanaryModel

extension Store {
    /// Keeps that something happened.
    ///
    /// - Parameters:
    ///   - kind: Its kind in a word.
    ///   - detail: What, in words; at most 1,024 characters are kept.
    ///   - canary: The number of the canary; `nil`: to the service.
    ///   - time: When.
    /// - Throws: ``StoreError``.
    public func note(
        _ kind: String,
        _ detail: String,
        of canary: Int?,
        at time: Timestamp = .now()
    ) throws(StoreError) {
        try database.run(
            "INSERT INTO event(canary, time, kind, detail) VALUES(?, ?, ?, ?)",
            SQLiteValue(canary),
            .integer(time.milliseconds),
            .text(kind),
            .text(detail.cut(to: 1024))
        )
    }

    /// What happened to a canary, the newest first.
    ///
    /// - Parameters:
    ///   - canary: The number of the canary; `nil`: to the service.
    ///   - id: What was before this; `nil`: from the newest on.
    ///   - most: How many at the most.
    /// - Returns: The events.
    /// - Throws: ``StoreError``.
    public func events(
        of canary: Int?,
        before id: Int? = nil,
        atMost most: Int = 100
    ) throws(StoreError) -> [StoredEvent] {
        try database.rows(
            """
            SELECT id, canary, time, kind, detail FROM event WHERE canary IS ? AND id < ? ORDER BY id DESC LIMIT ?
            """,
            [SQLiteValue(canary), .integer(id ?? Int.max), .integer(most)]
        ) { row in
            StoredEvent(
                id: row.integer(0),
                canary: row.optionalInteger(1),
                time: Timestamp(milliseconds: row.integer(2)),
                kind: row.text(3),
                detail: row.text(4)
            )
        }
    }

    /// What the runs of a canary came to, by hour, the oldest first.
    ///
    /// - Parameters:
    ///   - canary: The number of the canary.
    ///   - time: From the hour of this time on.
    /// - Returns: The hours in which something ran or was missed.
    /// - Throws: ``StoreError``.
    public func hours(of canary: Int, since time: Timestamp) throws(StoreError) -> [HourCounts] {
        try database.rows(
            """
            SELECT hour, passed, failed, errors, missed, duration, longest FROM hour WHERE canary = ? AND hour >= ?
            ORDER BY hour
            """,
            [.integer(canary), .integer(time.milliseconds / 3_600_000)]
        ) { row in
            HourCounts(
                hour: Timestamp(milliseconds: row.integer(0) * 3_600_000),
                passed: row.integer(1),
                failed: row.integer(2),
                errors: row.integer(3),
                missed: row.integer(4),
                duration: row.integer(5),
                longest: row.integer(6)
            )
        }
    }
}
