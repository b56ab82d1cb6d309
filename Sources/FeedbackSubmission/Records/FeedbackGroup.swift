import Foundation

/// Records that belong together, one per run of a comparison, and that are delivered whole.
///
///     let group = FeedbackGroup(id: UUID(), records: [
///       FeedbackRecord(target: .run(better), key: "preference", score: 1),
///       FeedbackRecord(target: .run(worse), key: "preference", score: 0),
///     ])
public struct FeedbackGroup: Sendable, Equatable {
  /// Sent as `feedback_group_id` with each record.
  public let id: UUID
  /// From which the records' ids are derived, so that edits and retries keep them.
  public let namespace: UUID
  /// At most one per run (or project) and key.
  public let records: [FeedbackRecord]

  /// A group whose records' ids follow from its own, but for those that bring ids.
  public init(id: UUID, records: [FeedbackRecord]) {
    self.init(id: id, namespace: id, records: records)
  }

  public init(id: UUID, namespace: UUID, records: [FeedbackRecord]) {
    self.id = id
    self.namespace = namespace
    self.records = records
  }
}
