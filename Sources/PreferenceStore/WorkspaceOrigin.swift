import Foundation
import GRDB

/// What a new workspace begins with.
package struct WorkspaceOrigin: Sendable {
  /// From which the order of the columns is derived; never shown to raters.
  package let orderSeed: UInt64
  package let createdAt: Date
  package let programVersion: String

  package init(orderSeed: UInt64, createdAt: Date, programVersion: String) {
    self.orderSeed = orderSeed
    self.createdAt = createdAt
    self.programVersion = programVersion
  }

  func insert(in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO workspace (id, order_seed, created_at, created_by) VALUES (1, ?, ?, ?)",
      arguments: [Int64(bitPattern: orderSeed), createdAt.millisecondsSince1970, programVersion])
  }
}

extension Date {
  /// As it will be read back from the database.
  var inWholeMilliseconds: Date { Date(millisecondsSince1970: millisecondsSince1970) }

  var millisecondsSince1970: Int64 { Int64((timeIntervalSince1970 * 1000).rounded(.down)) }

  init(millisecondsSince1970 milliseconds: Int64) {
    self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
  }
}
