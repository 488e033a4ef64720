/// The tables, and how those of earlier versions become these.
enum StoreSchema {
    /// `CNRY`: says whose database it is.
    static let applicationID = 0x434E_5259
    /// The statements that lead from each version to the next, the first from an empty file.
    static let migrations = [
        """
        CREATE TABLE canary(
          id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, definition TEXT NOT NULL, is_declared INTEGER NOT NULL,
          state TEXT NOT NULL, reason TEXT, started INTEGER, created INTEGER NOT NULL, updated INTEGER NOT NULL) STRICT;
        CREATE TABLE version(
          id INTEGER PRIMARY KEY, canary INTEGER NOT NULL REFERENCES canary ON DELETE CASCADE, hash TEXT NOT NULL,
          flow TEXT NOT NULL, created INTEGER NOT NULL, UNIQUE(canary, hash)) STRICT;
        CREATE TABLE run(
          id INTEGER PRIMARY KEY, canary INTEGER NOT NULL REFERENCES canary ON DELETE CASCADE,
          version INTEGER REFERENCES version, due INTEGER NOT NULL, started INTEGER NOT NULL, duration INTEGER,
          state INTEGER NOT NULL, attempt INTEGER NOT NULL, cause INTEGER NOT NULL, code TEXT, reason TEXT,
          folder TEXT, bytes INTEGER NOT NULL DEFAULT 0) STRICT;
        CREATE INDEX run_of_canary ON run(canary, id);
        CREATE INDEX run_not_passed ON run(canary, id) WHERE state > 1;
        CREATE INDEX run_going ON run(id) WHERE state = 0;
        CREATE INDEX run_with_folder ON run(canary, id) WHERE folder IS NOT NULL;
        CREATE TABLE step(
          run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, number INTEGER NOT NULL, name TEXT NOT NULL,
          outcome TEXT NOT NULL, duration INTEGER NOT NULL, message TEXT, PRIMARY KEY(run, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE hour(
          canary INTEGER NOT NULL REFERENCES canary ON DELETE CASCADE, hour INTEGER NOT NULL,
          passed INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0, errors INTEGER NOT NULL DEFAULT 0,
          missed INTEGER NOT NULL DEFAULT 0, duration INTEGER NOT NULL DEFAULT 0, longest INTEGER NOT NULL DEFAULT 0,
          PRIMARY KEY(canary, hour)) STRICT, WITHOUT ROWID;
        CREATE TABLE event(
          id INTEGER PRIMARY KEY, canary INTEGER REFERENCES canary ON DELETE CASCADE, time INTEGER NOT NULL,
          kind TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
        CREATE INDEX event_of_canary ON event(canary, id);
        """
    ]

    /// Brings a database to the present version, in one transaction for each step.
    ///
    /// - Parameters:
    ///   - database: The connection.
    ///   - beforeMigrating: Called before tables that hold something are changed.
    /// - Throws: ``StoreError`` with code `newer` for a database of a later version.
    static func migrate(
        _ database: Database,
        beforeMigrating: () throws(StoreError) -> Void
    ) throws(StoreError) {
        let version = try number("user_version", database)
        guard version <= migrations.count else {
            throw StoreError(
                .newer,
                "the database is of version \(version), this canary knows \(migrations.count)",
                help: "use the canary that wrote it, or a later one"
            )
        }
        if version > 0, version < migrations.count { try beforeMigrating() }
        for next in version..<migrations.count {
            try database.transaction(isDurable: true) { () throws(StoreError) in
                try database.execute(migrations[next])
                try database.execute("PRAGMA user_version=\(next + 1)")
                try database.execute("PRAGMA application_id=\(applicationID)")
            }
        }
    }

    private static func number(_ pragma: String, _ database: Database) throws(StoreError) -> Int {
        try database.rows("PRAGMA \(pragma)") { $0.integer(0) }.first ?? 0
    }
}
