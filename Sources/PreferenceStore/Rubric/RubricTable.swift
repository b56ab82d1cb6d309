import Foundation
import GRDB
import Preference
import StrictJSON

/// The rubrics that raters were given, by their versions. Rows are added and never change.
enum RubricTable {
  static func newest(_ db: Database) throws -> StoredRubric? {
    let statement = try db.cachedStatement(sql: "SELECT max(version) FROM rubric")
    return try Int.fetchOne(statement).flatMap { try fetch($0, db) }
  }

  static func fetch(_ version: Int, _ db: Database) throws -> StoredRubric? {
    let sql = "SELECT CAST(body AS BLOB) FROM rubric WHERE version = ?"
    guard let body = try Data.fetchOne(db.cachedStatement(sql: sql), arguments: [version]) else { return nil }
    do {
      let rubric = try Rubric(Field(value: JSONParser.parse(body), path: .record))
      return StoredRubric(version: version, rubric: rubric)
    } catch {
      throw WorkspaceError.damaged("version \(version) of the rubric cannot be read")
    }
  }

  static func insert(_ rubric: StoredRubric, now: Date, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO rubric (version, body, added_at) VALUES (?, CAST(? AS TEXT), ?)",
      arguments: [rubric.version, Data(rubric.rubric.json.utf8()), now.millisecondsSince1970])
  }
}
