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
  init(_ record: RecordState, group: GroupState.Stage) {
    switch record.desired {
    case .nothing: self = record.isOutstanding ? .deleting : .deleted
    case .heldBack: self = .heldBack
    case .body where record.phase == .dead: self = .refused(reason: record.reason ?? "")
    case .body: self = group == .delivered ? .delivered : .kept
    }
  }
}
