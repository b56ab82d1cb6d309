import Foundation
import GRDB

@testable import FeedbackSubmission

/// A folder of its own for a test's database, removed with the last reference.
final class TemporaryDatabase: Sendable {
  let folder: String
  var path: String { folder + "/test.podium" }

  init() throws {
    folder = NSTemporaryDirectory() + "podium-storage-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  func open(
    schema: DatabaseSchema = .notes(), createIfMissing: Bool = true, patience: TimeInterval = 10
  ) throws -> DurableDatabase {
    try DurableDatabase(path: path, createIfMissing: createIfMissing, schema: schema, patience: patience)
  }

  func mode(of suffix: String = "") throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path + suffix)[.posixPermissions] as? Int
  }

  func logSize() throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int ?? 0
  }
}

extension DatabaseSchema {
  static func notes(versions: Int = 1, applicationID: Int32 = 0x7465_7374) -> DatabaseSchema {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("note") { db in
      try db.execute(sql: "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    }
    for version in 1..<max(versions, 1) + 1 where version > 1 {
      migrator.registerMigration("empty step \(version)") { _ in }
    }
    return DatabaseSchema(applicationID: applicationID, migrator: migrator)
  }
}

extension DurableDatabase {
  func add(_ text: String) throws {
    try write { try $0.execute(sql: "INSERT INTO note (text) VALUES (?)", arguments: [text]) }
  }

  func notes() throws -> [String] {
    try read { try String.fetchAll($0, sql: "SELECT text FROM note ORDER BY id") }
  }
}
