import Foundation
import StrictJSON

/// A run that stands in an annotation queue.
///
/// The first generation of calls gives the run with it; the second only says which run it is.
public struct QueueItem: Sendable, Equatable, IdentifiedWireObject {
  /// Of the item, not of the run: what is marked as done.
  public let id: UUID
  /// As it was read.
  public let json: JSONObject

  public enum Kind: Sendable, Hashable {
    case run
    case thread
  }

  public var kind: Kind { json.string("item_type") == "THREAD" ? .thread : .run }
  /// `nil` for a thread.
  public var runID: UUID? { run?.id ?? json.uuid("run_id") }
  public var sessionID: UUID? { json.uuid("project_id") ?? json.uuid("session_id") }
  public var startTime: String? { json.string("start_time") }
  public var threadID: String? { json.string("thread_id") }
  public var queueID: UUID? { json.uuid("queue_id") }
  public var addedAt: String? { json.string("added_at") }
  public var lastReviewedTime: String? { json.string("last_reviewed_time") }
  public var reservedBy: [String] { json.texts("reserved_by") ?? [] }
  public var completedBy: [String] { json.texts("completed_by") ?? [] }

  /// The run, if it came with the item.
  public var run: Run? {
    guard json.uuid("queue_run_id") != nil else { return nil }
    return json.uuid("id").map { Run(id: $0, json: json) }
  }

  init(id: UUID, json: JSONObject) {
    // Where the run comes along, `id` is the run's.
    self.id = json.uuid("queue_run_id") ?? id
    self.json = json
  }
}
