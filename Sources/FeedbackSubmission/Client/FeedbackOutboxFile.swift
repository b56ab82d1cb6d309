import GRDB

/// A file that holds an outbox and nothing else.
enum FeedbackOutboxFile {
  /// “Podf”.
  private static let applicationID: Int32 = 0x506F_6466

  static func schema() -> DatabaseSchema {
    var migrator = DatabaseMigrator()
    Outbox.register(in: &migrator)
    return DatabaseSchema(applicationID: applicationID, migrator: migrator)
  }
}
