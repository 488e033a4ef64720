public import CanaryModel

extension Store {
    /// How many runs are removed in one transaction: others wait for it, so that it has to be short.
    private static let mostRemoved = 500

    /// Removes runs that are too old, some of them at a time.
    ///
    /// - Parameters:
    ///   - canary: The number of the canary.
    ///   - passed: Those that passed and were due before this.
    ///   - others: Those that did not pass and were due before this.
    /// - Returns: How many were removed, 0 where none is left, and the folders of their results.
    /// - Throws: ``StoreError``.
    public func removeRuns(
        of canary: Int,
        passedBefore passed: Timestamp,
        othersBefore others: Timestamp
    ) throws(StoreError) -> (count: Int, folders: [String]) {
        // Times grow with numbers, so that the oldest are at the begin of the index.
        let old = try remove(
            "canary = ?1 AND state = 1 AND due < ?2",
            [.integer(canary), .integer(passed.milliseconds)]
        )
        if old.count > 0 { return old }
        return try remove(
            "canary = ?1 AND state > 1 AND due < ?2",
            [.integer(canary), .integer(others.milliseconds)]
        )
    }

    /// Removes the results of the oldest runs where all of a canary are larger than they may be, some of them at a time.
    ///
    /// - Parameters:
    ///   - canary: The number of the canary.
    ///   - most: The size that all may have, in bytes.
    /// - Returns: The folders to remove; empty where nothing is over.
    /// - Throws: ``StoreError``.
    public func removeResults(of canary: Int, over most: Int) throws(StoreError) -> [String] {
        try database.transaction { () throws(StoreError) in
            let found = try database.rows(
                """
                SELECT id, folder, sum(bytes) OVER (ORDER BY id DESC) AS total FROM run
                WHERE canary = ? AND folder IS NOT NULL ORDER BY id
                """,
                [.integer(canary)]
            ) { ($0.integer(0), $0.text(1), $0.integer(2)) }
            let over = found.prefix { $0.2 > most }.prefix(Self.mostRemoved)
            for (id, _, _) in over {
                try database.run("UPDATE run SET folder = NULL, bytes = 0 WHERE id = ?", .integer(id))
            }
            return over.map(\.1)
        }
    }

    /// Removes some runs that a condition holds for, the oldest first.
    func remove(
        _ condition: String,
        _ values: [SQLiteValue]
    ) throws(StoreError) -> (count: Int, folders: [String]) {
        try database.transaction { () throws(StoreError) in
            let folders = try database.rows(
                """
                DELETE FROM run WHERE id IN (
                  SELECT id FROM run WHERE \(condition) ORDER BY id LIMIT \(Self.mostRemoved)) RETURNING folder
                """,
                values
            ) { $0.optionalText(0) }
            return (folders.count, folders.compactMap(\.self))
        }
    }
}
