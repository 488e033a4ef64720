import CSQLite

/// A prepared statement of a database.
final class Statement {
    private let raw: OpaquePointer
    private let sql: String
    private unowned let database: Database

    init(_ sql: String, in database: Database) throws(StoreError) {
        var raw: OpaquePointer?
        let code = sqlite3_prepare_v3(database.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &raw, nil)
        guard code == SQLITE_OK, let raw else {
            throw StoreError(code, "the database does not take: \(sql.prefix(80))", database.handle)
        }
        (self.raw, self.sql, self.database) = (raw, sql, database)
    }

    deinit { sqlite3_finalize(raw) }

    /// Makes it ready to run again.
    func reset() {
        sqlite3_reset(raw)
        sqlite3_clear_bindings(raw)
    }

    func bind(_ values: [SQLiteValue]) throws(StoreError) {
        for (place, value) in values.enumerated() {
            let index = Int32(place + 1)
            let code: Int32
            switch value {
            case .null: code = sqlite3_bind_null(raw, index)
            case .integer(let number): code = sqlite3_bind_int64(raw, index, Int64(number))
            case .text(let text):
                // What has a NUL in it is bound with its length, which a C string would cut off.
                let bytes = Array(text.utf8)
                code = bytes.withUnsafeBytes { buffer in
                    let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
                    return canary_sqlite_bind_text(raw, index, start, Int32(bytes.count))
                }
            }
            try database.check(code, "a value cannot be bound")
        }
    }

    /// Goes on to the next row.
    ///
    /// - Returns: Whether there is one; after the last the statement is ready to run again.
    func step() throws(StoreError) -> Bool {
        switch sqlite3_step(raw) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            reset()
            return false
        case let code:
            let error = StoreError(code, "the database refused: \(sql.prefix(80))", database.handle)
            reset()
            throw error
        }
    }

    func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(raw, column)) }

    /// The number of a column; `nil` where it is `NULL`.
    func optionalInteger(_ column: Int32) -> Int? {
        sqlite3_column_type(raw, column) == SQLITE_NULL ? nil : integer(column)
    }

    /// The text of a column; `nil` where it is `NULL`.
    func optionalText(_ column: Int32) -> String? {
        guard let bytes = sqlite3_column_text(raw, column) else { return nil }
        let count = Int(sqlite3_column_bytes(raw, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    func text(_ column: Int32) -> String { optionalText(column) ?? "" }
}
