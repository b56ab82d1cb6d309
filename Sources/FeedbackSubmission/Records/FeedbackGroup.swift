import Foundation

/// Records that belong together, one per run of a comparison, and that are delivered whole.
public struct FeedbackGroup: Sendable, Equatable {
  /// Sent as `feedback_group_id` with each record.
  public let id: UUID
  /// From which the records' ids are derived, so that edits and retries keep them.
  public let namespace: UUID
  /// At most one per run (or project) and key.
  public let records: [FeedbackRecord]

  public init(id: UUID, namespace: UUID, records: [FeedbackRecord]) {
    self.id = id
    self.namespace = namespace
    self.records = records
  }
}
