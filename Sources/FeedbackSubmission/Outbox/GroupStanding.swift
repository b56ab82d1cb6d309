import Foundation
import GRDB

/// What delivery changes of a group: a row of `feedback_group_span`, for all groups that stand alike.
struct GroupStanding: Equatable, Sendable {
  var stage: GroupState.Stage
  /// When the group is to be taken up; of a leased one, when its lease ends.
  var due: BootTime?
  var lease: Lease?

  struct Lease: Equatable, Sendable {
    /// 128 random bits. A result counts only while the group still bears them.
    let token: UUID
    /// As `LeaseOwner` writes itself.
    let owner: String
    /// Whether the group was edited since it was taken.
    var isEdited = false
  }

  static let new = GroupStanding(stage: .waiting, due: .distantPast)

  init(stage: GroupState.Stage, due: BootTime?, lease: Lease? = nil) {
    self.stage = stage
    self.due = due
    self.lease = lease
  }

  init(_ state: GroupState) {
    self.init(stage: state.stage, due: state.due)
  }
}

extension GroupStanding: SpanValue {
  static let statements = SpanStatements(
    table: "feedback_group_span",
    columns: ["stage", "due", "lease_token", "lease_owner", "is_edited"])

  init(_ row: RawStatement, from column: Int32) throws {
    guard let stage = GroupState.Stage(rawValue: row.text(column)) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "feedback_group_span: a stage that is not known")
    }
    self.init(stage: stage, due: row.optionalInteger(column + 1).map(BootTime.init))
    guard !row.isNull(column + 2) else { return }
    lease = Lease(
      token: row.uuid(column + 2), owner: row.text(column + 3), isEdited: row.bool(column + 4))
  }

  func bind(to statement: RawStatement, from index: Int32) {
    statement.bind(index, stage.rawValue)
    statement.bind(index + 1, due?.milliseconds)
    statement.bind(index + 2, lease?.token)
    statement.bind(index + 3, lease?.owner)
    statement.bind(index + 4, lease?.isEdited ?? false)
  }
}

extension GroupState.Stage: DatabaseValueConvertible {}
