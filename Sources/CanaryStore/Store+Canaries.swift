public import CanaryModel

extension Store {
    /// Keeps a canary: a new one, or the new definition of one that is there.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - definition: What it is, as JSON.
    ///   - isDeclared: Whether the service file declares it.
    ///   - state: The state of a new one; one that is there keeps its own.
    /// - Returns: Its number.
    /// - Throws: ``StoreError``.
    @discardableResult
    public func keep(
        _ name: String,
        definition: String,
        isDeclared: Bool,
        state: String
    ) throws(StoreError) -> Int {
        let now = SQLiteValue.integer(Timestamp.now().milliseconds)
        return try database.transaction { () throws(StoreError) in
            try database.run(
                """
                INSERT INTO canary(name, definition, is_declared, state, created, updated) VALUES(?1, ?2, ?3, ?4, ?5, ?5)
                ON CONFLICT(name) DO UPDATE SET definition = ?2, is_declared = ?3, updated = ?5
                """,
                .text(name),
                .text(definition),
                .integer(isDeclared ? 1 : 0),
                .text(state),
                now
            )
            return try number(of: name) ?? 0
        }
    }

    /// Changes the state of a canary.
    ///
    /// - Parameters:
    ///   - canary: Its number.
    ///   - state: The state.
    ///   - reason: Why, where that needs words.
    ///   - started: When it was started; `nil` leaves that as it is.
    /// - Throws: ``StoreError``.
    public func setState(
        of canary: Int,
        _ state: String,
        because reason: String? = nil,
        started: Timestamp? = nil
    ) throws(StoreError) {
        try database.transaction(isDurable: true) { () throws(StoreError) in
            try database.run(
                "UPDATE canary SET state = ?2, reason = ?3, started = coalesce(?4, started) WHERE id = ?1",
                .integer(canary),
                .text(state),
                SQLiteValue(reason),
                SQLiteValue(started?.milliseconds)
            )
        }
    }

    /// All canaries, by name.
    ///
    /// - Throws: ``StoreError``.
    public func canaries() throws(StoreError) -> [StoredCanary] {
        try database.rows(
            "SELECT id, name, definition, is_declared, state, reason, started FROM canary ORDER BY name"
        ) { row in
            StoredCanary(
                id: row.integer(0),
                name: row.text(1),
                definition: row.text(2),
                isDeclared: row.integer(3) == 1,
                state: row.text(4),
                reason: row.optionalText(5),
                started: row.optionalInteger(6).map(Timestamp.init(milliseconds:))
            )
        }
    }

    /// Keeps what a canary runs, unless it was kept before.
    ///
    /// - Parameters:
    ///   - flow: The text.
    ///   - hash: What tells it from others.
    ///   - canary: The number of the canary.
    /// - Returns: The number of the version.
    /// - Throws: ``StoreError``.
    public func version(_ flow: String, hash: String, of canary: Int) throws(StoreError) -> Int {
        try database.run(
            "INSERT INTO version(canary, hash, flow, created) VALUES(?, ?, ?, ?) ON CONFLICT DO NOTHING",
            .integer(canary),
            .text(hash),
            .text(flow),
            .integer(Timestamp.now().milliseconds)
        )
        return try database.rows(
            "SELECT id FROM version WHERE canary = ? AND hash = ?",
            [.integer(canary), .text(hash)]
        ) { $0.integer(0) }.first ?? 0
    }

    /// Removes a canary with all that is kept of it, a part at a time.
    ///
    /// - Parameter canary: Its number.
    /// - Returns: Whether more of it is left: call it again; and the folders of the runs that are gone.
    /// - Throws: ``StoreError``.
    public func removePart(of canary: Int) throws(StoreError) -> (isMoreLeft: Bool, folders: [String]) {
        let removed = try remove("canary = ?1", [.integer(canary)])
        if removed.count > 0 { return (true, removed.folders) }
        try database.transaction(isDurable: true) { () throws(StoreError) in
            try database.run("DELETE FROM canary WHERE id = ?", .integer(canary))
        }
        return (false, [])
    }

    private func number(of name: String) throws(StoreError) -> Int? {
        try database.rows("SELECT id FROM canary WHERE name = ?", [.text(name)]) { $0.integer(0) }.first
    }
}
