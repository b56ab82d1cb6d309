import FeedbackSubmission
import GRDB

extension Workspace {
  /// What SQLite finds wrong with the file's structure and with references between rows; empty if nothing.
  ///
  /// Reads the whole file. Flipped bits inside a text are not found: SQLite keeps no checksums.
  package func integrityFaults() throws -> [String] {
    try database.read { db in
      let structure = try String.fetchAll(db, sql: "PRAGMA quick_check(10)").filter { $0 != "ok" }
      let references = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(10)
        .map { "a row of \($0[0] as String? ?? "?") refers to one that is not there" }
      return structure + references
    }
  }
}
