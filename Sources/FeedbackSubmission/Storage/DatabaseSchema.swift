import GRDB

/// Whose file a database is, and the steps that bring it up to date.
///
/// The number of migrations is kept in the file as its version, so that one look tells whether there is anything to do.
package struct DatabaseSchema: Sendable {
  /// SQLite's `application_id`: tells our files from databases of other programs.
  private let applicationID: Int32
  private let migrator: DatabaseMigrator
  private let version: Int

  package init(applicationID: Int32, migrator: DatabaseMigrator) {
    self.applicationID = applicationID
    self.migrator = migrator
    version = migrator.migrations.count
  }

  func isInstalled(in db: Database) throws -> Bool {
    try Self.applicationID(of: db) == applicationID && Self.version(of: db) == version
  }

  func refuseForeign(in db: Database, path: String) throws {
    guard try Self.applicationID(of: db) != applicationID else { return }
    let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
    guard isEmpty else { throw StorageError.foreign(path: path) }
  }

  func refuseNewer(in db: Database, path: String) throws {
    let found = try Self.version(of: db)
    guard found <= version else { throw StorageError.newerSchema(path: path, found: found, known: version) }
  }

  /// Each migration is a transaction of its own: killed anywhere, the file has the old or the new form.
  func install(in queue: DatabaseQueue) throws {
    try queue.write { try $0.execute(sql: "PRAGMA application_id = \(applicationID)") }
    try migrator.migrate(queue)
    try queue.write { try $0.execute(sql: "PRAGMA user_version = \(version)") }
  }

  private static func applicationID(of db: Database) throws -> Int32 {
    try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
  }

  private static func version(of db: Database) throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: "PRAGMA user_version")) ?? 0
  }
}
