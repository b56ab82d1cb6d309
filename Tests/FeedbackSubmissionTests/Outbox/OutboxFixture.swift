import Foundation
import GRDB

@testable import FeedbackSubmission

/// An outbox in memory, for what needs no second process and no disk.
struct OutboxFixture {
  let queue: DatabaseQueue
  static let now = Date(timeIntervalSince1970: 1_767_323_045)

  init() throws {
    queue = try DatabaseQueue()
    var migrator = DatabaseMigrator()
    Outbox.register(in: &migrator)
    try migrator.migrate(queue)
  }

  func set(_ group: FeedbackGroup, at now: Date = Self.now) throws {
    try queue.write { try Outbox.set(group, now: now, in: $0) }
  }

  func retract(_ id: UUID = .group(1)) throws {
    try queue.write { try Outbox.retract(groupID: id, now: Self.now, in: $0) }
  }

  func counts() throws -> OutboxCounts {
    try queue.read(Outbox.counts)
  }

  func records() throws -> [OutboxRecord] {
    try queue.read { try OutboxRecord.all($0) }
  }

  func content(_ record: OutboxRecord) throws -> String {
    try queue.read { String(decoding: try OutboxRecord.content(seq: record.seq, $0).json, as: UTF8.self) }
  }

  /// Changes records as delivery would, and makes their groups agree.
  func change(where condition: (OutboxRecord) -> Bool = { _ in true }, _ body: (inout OutboxRecord) -> Void)
    throws
  {
    try queue.write { db in
      for var record in try OutboxRecord.all(db)
      where condition(record) {
        body(&record)
        try record.update(db)
        try OutboxGroup(seq: record.groupSeq, namespace: UUID(), isLeased: false).refresh(db)
      }
    }
  }

  func deliverAll() throws {
    try queue.write { db in
      for var record in try OutboxRecord.all(db) {
        record.acknowledgedDigest = try OutboxRecord.content(seq: record.seq, db).digest
        record.state.acknowledgedRevision = record.state.desiredRevision
        record.state.presence = .present
        record.state.phase = .synced
        try record.update(db)
        try OutboxGroup(seq: record.groupSeq, namespace: UUID(), isLeased: false).refresh(db)
      }
    }
  }
}

extension OutboxRecord {
  static func all(_ db: Database) throws -> [OutboxRecord] {
    try fetchAll(RawStatement("SELECT \(columns) FROM feedback_record r", db), db)
  }
}
