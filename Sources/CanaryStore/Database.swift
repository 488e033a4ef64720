import CSQLite

/// A connection to a database of SQLite: one in the whole process, used by one task at a time.
final class Database {
    let handle: OpaquePointer
    /// Statements are prepared once: doing it takes longer than most of them.
    private var statements: [String: Statement] = [:]

    /// Opens a file, and makes it where there is none.
    ///
    /// - Throws: ``StoreError``.
    init(_ path: String) throws(StoreError) {
        var handle: OpaquePointer?
        // One thread at a time has it, so that SQLite need not lock; links are not followed.
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW
        let code = sqlite3_open_v2(path, &handle, flags, nil)
        guard code == SQLITE_OK, let handle else {
            let error = StoreError(code, "\(path) cannot be opened", handle)
            sqlite3_close_v2(handle)
            throw error
        }
        self.handle = handle
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 5000)
    }

    deinit {
        statements = [:]
        sqlite3_close_v2(handle)
    }

    /// Sets it up as everything here needs it.
    ///
    /// Write-ahead log with one connection: Debian's SQLite can lose commits where two write at once (WAL-reset bug, fixed
    /// in 3.51.3).
    func configure() throws(StoreError) {
        try check(canary_sqlite_harden(handle), "the database cannot be set up")
        for pragma in [
            "auto_vacuum=INCREMENTAL", "journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON",
            "secure_delete=FAST", "temp_store=MEMORY", "trusted_schema=OFF", "cell_size_check=ON",
            "journal_size_limit=4194304", "cache_size=-4000",
        ] { try execute("PRAGMA \(pragma)") }
    }

    /// Runs statements that give nothing and take nothing.
    func execute(_ sql: String) throws(StoreError) {
        try check(sqlite3_exec(handle, sql, nil, nil, nil), "the database refused: \(sql.prefix(80))")
    }

    /// A statement, ready to bind and step.
    func statement(_ sql: String) throws(StoreError) -> Statement {
        if let known = statements[sql] {
            known.reset()
            return known
        }
        let statement = try Statement(sql, in: self)
        statements[sql] = statement
        return statement
    }

    /// Runs one statement with values, to its end.
    func run(_ sql: String, _ values: SQLiteValue...) throws(StoreError) {
        let statement = try statement(sql)
        try statement.bind(values)
        while try statement.step() {}
    }

    /// What a statement gives, a value for each row.
    func rows<T>(
        _ sql: String,
        _ values: [SQLiteValue] = [],
        _ row: (Statement) -> T
    ) throws(StoreError) -> [T] {
        let statement = try statement(sql)
        try statement.bind(values)
        var rows: [T] = []
        while try statement.step() { rows.append(row(statement)) }
        return rows
    }

    /// Does all that belongs together, or nothing of it.
    ///
    /// - Parameters:
    ///   - isDurable: Whether it must survive a loss of power: costs a write to the disk.
    ///   - body: What belongs together.
    /// - Returns: What `body` returned.
    /// - Throws: ``StoreError``, once nothing of it is left.
    func transaction<T>(isDurable: Bool = false, _ body: () throws(StoreError) -> T) throws(StoreError) -> T {
        if isDurable { try execute("PRAGMA synchronous=FULL") }
        defer { if isDurable { sqlite3_exec(handle, "PRAGMA synchronous=NORMAL", nil, nil, nil) } }
        try execute("BEGIN IMMEDIATE")
        do {
            let result = try body()
            try execute("COMMIT")
            return result
        } catch {
            sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
            throw error
        }
    }

    /// The number that the last inserted row got.
    var lastInserted: Int { Int(sqlite3_last_insert_rowid(handle)) }

    /// How many rows the last statement changed.
    var changes: Int { Int(sqlite3_changes(handle)) }

    func check(_ code: Int32, _ what: String) throws(StoreError) {
        guard code == SQLITE_OK else { throw StoreError(code, what, handle) }
    }
}

extension StoreError {
    /// What a code of SQLite means.
    init(_ code: Int32, _ what: String, _ handle: OpaquePointer?) {
        let words =
            handle.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED:
            self.init(
                .locked,
                "\(what): \(words)",
                help: "close the other program that has the database open"
            )
        case SQLITE_CORRUPT, SQLITE_NOTADB: self.init(.damaged, "\(what): \(words)")
        case SQLITE_FULL: self.init(.full, "\(what): \(words)", help: "make room on the disk")
        case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM:
            self.init(.readOnly, "\(what): \(words)", help: "the state folder must be writable")
        default: self.init(.other, "\(what): \(words)")
        }
    }
}
