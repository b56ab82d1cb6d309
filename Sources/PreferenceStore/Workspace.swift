import FeedbackSubmission
import GRDB
import Preference

/// The workspace: one SQLite file with a campaign's comparisons, judgments and outbox.
package final class Workspace: Sendable {
  private let database: DurableDatabase

  package init(path: String) throws {
    let schema = DatabaseSchema(applicationID: 0x506F_646D, migrator: DatabaseMigrator())
    database = try DurableDatabase(path: path, schema: schema)
  }
}
