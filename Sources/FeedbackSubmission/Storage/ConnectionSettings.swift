import GRDB

/// What every connection to a durable database is set to, and is asserted to be set to.
enum ConnectionSettings {
  /// Another process may wait this long for SQLite's own lock, for example while a WAL is recovered.
  static let busyTimeout = 5.0

  private static let pragmas = [
    // A commit is on the disk when it returns. GRDB sets NORMAL when it is asked for WAL, so it is not asked.
    (name: "synchronous", value: 2),
    (name: "foreign_keys", value: 1),
    // A crafted file cannot run functions from its views, triggers and constraints.
    (name: "trusted_schema", value: 0),
    (name: "cell_size_check", value: 1),
    // A read error is an error, not a signal.
    (name: "mmap_size", value: 0),
    // Checkpoints happen under the writer lock only.
    (name: "wal_autocheckpoint", value: 0),
    // Kibibytes: what a large transaction changes is written before it ends, and costs less than the memory would.
    (name: "cache_size", value: -2048),
  ]

  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busyTimeout)
    configuration.label = "feedback-storage"
    configuration.prepareDatabase { db in
      for pragma in pragmas { try db.execute(sql: "PRAGMA \(pragma.name) = \(pragma.value)") }
    }
    return configuration
  }

  /// Fails unless the connection reads back as it was set.
  static func verify(in db: Database) throws {
    for pragma in pragmas {
      let found = try Int.fetchOne(db, sql: "PRAGMA \(pragma.name)")
      guard found == pragma.value else {
        throw StorageError.setting(
          name: pragma.name, expected: "\(pragma.value)", found: found.map(String.init) ?? "nothing")
      }
    }
    let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode")
    guard mode == "wal" else {
      throw StorageError.setting(name: "journal_mode", expected: "wal", found: mode ?? "nothing")
    }
  }
}
