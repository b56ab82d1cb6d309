import Foundation
import GRDB

/// How far one feedback record is.
public enum FeedbackState: Sendable, Equatable {
  /// On the disk, and on its way: not all records of its group are known to be on the server as they should be.
  case kept
  /// The server is known to have the record, and all others of its group.
  case delivered
  /// The server refused the record for good; it goes out again when it is changed.
  case refused(reason: String)
  /// Another record of the group was refused: nothing of the group stays on the server until that is settled.
  case heldBack
  /// To be deleted; the server may still have it.
  case deleting
  /// The server is known to have it no longer.
  case deleted
}

extension FeedbackState {
  /// `nil` if the outbox does not have the record.
  static func fetch(id: UUID, _ db: Database) throws -> FeedbackState? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT r.desired, r.phase, r.reason, g.stage
        FROM feedback_record_state r CROSS JOIN feedback_group_state g ON g.seq = r.group_seq
        WHERE r.seq = coalesce((\(successor)), (SELECT seq FROM feedback_record WHERE id = :id))
        """)
    return try Row.fetchOne(statement, arguments: ["id": id]).flatMap { row in
      FeedbackState(desired: row[0], phase: row[1], reason: row[2], stage: row[3])
    }
  }

  /// What was taken back for a refused sibling goes out again under another id, and is still the record that is meant.
  private static let successor = """
    SELECT newest.seq FROM feedback_record_state o JOIN feedback_record newest
      ON newest.group_seq = o.group_seq AND newest.target = o.target AND newest.key = o.key
    WHERE o.id = :id AND o.desired = 'heldBack' ORDER BY newest.epoch DESC LIMIT 1
    """

  private init?(desired: String, phase: String, reason: String?, stage: String) {
    guard let desired = RecordState.Desired(rawValue: desired),
      let phase = RecordState.Phase(rawValue: phase),
      let stage = GroupState.Stage(rawValue: stage)
    else { return nil }
    switch desired {
    case .nothing: self = phase == .synced || phase == .dead ? .deleted : .deleting
    case .heldBack: self = .heldBack
    case .body where phase == .dead: self = .refused(reason: reason ?? "")
    case .body: self = stage == .delivered ? .delivered : .kept
    }
  }
}
