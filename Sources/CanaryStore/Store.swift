import CanaryModel
import Dispatch
import Foundation

/// The history and the state of a service, in a folder of its own: one process has it, by one connection.
public actor Store {
    let database: Database
    private let lock: StoreLock
    private let executor = QueueExecutor("canary-store")
    /// The name that a damaged database was given when this one was opened; `nil`: it was whole.
    public nonisolated let setAside: String?

    /// Its calls block on a queue of their own.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Opens the store of a folder, and makes it where there is none.
    ///
    /// A database that is damaged is set aside under a name of its own, and an empty one begun: history is not needed to
    /// watch. Runs that were going when the last service ended are marked as interrupted.
    ///
    /// - Parameters:
    ///   - folder: The state folder, which is there.
    ///   - holder: Who this is, for another process that is refused.
    /// - Returns: The store; it holds the folder as long as it is referred to.
    /// - Throws: ``StoreError``: `held`, `newer`, `readOnly`, `full` or `locked`.
    public static func open(in folder: String, holder: String) async throws(StoreError) -> Store {
        let opened: Result<Store, StoreError> = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    returning: Result { () throws(StoreError) in try Store(in: folder, holder: holder) }
                )
            }
        }
        let store = try opened.get()
        try await store.begin()
        return store
    }

    private init(in folder: String, holder: String) throws(StoreError) {
        lock = try StoreLock(folder, holder: holder)
        let path = "\(folder)/canary.db"
        do {
            database = try Self.database(path)
            setAside = nil
        } catch {
            guard error.code == .damaged else { throw error }
            let name = "canary.db.damaged-\(Timestamp.now().milliseconds)"
            try Self.setAside(path, as: "\(folder)/\(name)")
            (database, setAside) = (try Self.database(path), name)
        }
    }

    private static func database(_ path: String) throws(StoreError) -> Database {
        let database = try Database(path)
        try database.configure()
        let found = try database.rows("PRAGMA quick_check(1)") { $0.text(0) }
        guard found == ["ok"] else { throw StoreError(.damaged, found.joined(separator: "; ")) }
        try StoreSchema.migrate(database) { () throws(StoreError) in
            let copy = "\(path).before-\(Timestamp.now().milliseconds)"
            try database.run("VACUUM INTO ?", .text(copy))
        }
        return database
    }

    /// The log belongs to the file, and would be replayed into the new one.
    private static func setAside(_ path: String, as name: String) throws(StoreError) {
        do {
            try FileManager.default.moveItem(atPath: path, toPath: name)
            for suffix in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
                try FileManager.default.moveItem(atPath: path + suffix, toPath: name + suffix)
            }
        } catch {
            throw StoreError(.readOnly, "the damaged \(path) cannot be set aside: \(error)")
        }
    }

    private func begin() throws(StoreError) {
        if let setAside { try note("damaged", "the database was damaged: it is now \(setAside)", of: nil) }
        try interruptRunning()
    }

    /// Looks at all of the database.
    ///
    /// - Returns: What is wrong with it, a line each; empty where nothing is.
    /// - Throws: ``StoreError``.
    public func check() throws(StoreError) -> [String] {
        try database.rows("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
    }

    /// Writes a copy of the database, as it is at one moment.
    ///
    /// - Parameter path: The file, which must not be there.
    /// - Throws: ``StoreError``.
    public func backUp(to path: String) throws(StoreError) {
        try database.run("VACUUM INTO ?", .text(path))
    }

    /// Writes what the log has into the file: for when nothing else is to be done.
    ///
    /// - Throws: ``StoreError``.
    public func settle() throws(StoreError) {
        try database.execute("PRAGMA optimize")
        try database.execute("PRAGMA incremental_vacuum(100)")
        try database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }
}
