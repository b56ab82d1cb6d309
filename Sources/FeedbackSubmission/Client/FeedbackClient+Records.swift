import Foundation
import GRDB

extension FeedbackClient {
  /// Keeps a record, to be delivered. When this returns, the record is on the disk.
  ///
  /// A record with an id that is there already, with the same content, stays as it is; so a call may be repeated when
  /// it is not known whether it was carried out.
  ///
  /// - Throws: `FeedbackRecordError` if the record cannot be sent, `StorageError` if it cannot be kept.
  @discardableResult
  public func create(_ record: FeedbackRecord) async throws -> FeedbackReceipt {
    try await keep([KeptRecord(record, newID: newID)])[0]
  }

  /// Keeps records, all or none of them. Neighbors with the same `groupID` are delivered whole.
  ///
  /// - Throws: `FeedbackRecordError` if one of them cannot be sent, `StorageError` if they cannot be kept.
  @discardableResult
  public func create(_ records: [FeedbackRecord]) async throws -> [FeedbackReceipt] {
    try await keep(try records.map { try KeptRecord($0, newID: newID) })
  }

  private func keep(_ records: [KeptRecord]) async throws -> [FeedbackReceipt] {
    let now = now
    let units = FeedbackUnit.all(of: records)
    try await store.write { try Outbox.add(units, now: now, in: $0) }
    return records.map(\.receipt)
  }

  /// Keeps records as they come, all or none of them, without ever holding more than one group of them.
  ///
  /// It blocks the thread, and others who write to the same file.
  ///
  /// - Parameters:
  ///   - next: The next record; `nil` after the last.
  ///   - onKeeping: Told of each record's id, in order; what it was told means nothing if this throws.
  package func create(
    streaming next: () throws -> FeedbackRecord?, onKeeping: (FeedbackReceipt) -> Void
  ) throws {
    try database.write { db in
      var unit: FeedbackUnit?
      while let record = try next().map({ try KeptRecord($0, newID: newID) }) {
        onKeeping(record.receipt)
        if unit?.take(record) == true { continue }
        if let unit { try Outbox.add([unit], now: now, in: db) }
        unit = FeedbackUnit(record)
      }
      if let unit { try Outbox.add([unit], now: now, in: db) }
    }
  }

  /// Makes a group what the server should have: to be delivered whole, or taken back whole if the server refuses one
  /// of the records.
  ///
  /// Putting a group again, changed, changes, adds and deletes records; the ids follow from the group, so that they
  /// stay the same. Putting what is there already changes nothing.
  ///
  /// - Returns: The records that the server should have of the group.
  /// - Throws: `FeedbackRecordError` if one of them cannot be sent, `StorageError` if they cannot be kept: then nothing
  ///   has changed.
  @discardableResult
  public func put(_ group: FeedbackGroup) async throws -> [FeedbackReceipt] {
    let now = now
    return try await store.write { db in
      try Outbox.set(group, now: now, in: db)
      return try Outbox.records(ofGroup: group.id, in: db).map(FeedbackReceipt.init)
    }
  }

  /// The server should have nothing of a group that was put: what is there is deleted, durably, with the next delivery;
  /// what was never sent is forgotten. An id that is not known changes nothing.
  ///
  /// - Throws: `StorageError`.
  public func withdraw(groupID: UUID) async throws {
    let now = now
    try await store.write { try Outbox.retract(groupID: groupID, now: now, in: $0) }
  }

  /// How far a record is; `nil` if the outbox never had it, or it was deleted before anything was sent.
  ///
  /// - Throws: `StorageError`.
  public func state(of id: UUID) async throws -> FeedbackState? {
    try await store.read { try FeedbackState.fetch(id: id, $0) }
  }

  /// How far records are, in their order, as `state(of:)` tells it.
  ///
  /// - Throws: `StorageError`.
  public func states(of ids: [UUID]) async throws -> [FeedbackState?] {
    try await store.read { db in try ids.map { try FeedbackState.fetch(id: $0, db) } }
  }

  /// How many groups are delivered, waiting and refused; a record alone counts as a group.
  ///
  /// - Throws: `StorageError`.
  public func counts() async throws -> OutboxCounts {
    try await store.read(Outbox.counts)
  }
}
