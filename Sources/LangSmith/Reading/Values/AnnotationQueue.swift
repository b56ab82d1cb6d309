import Foundation
import StrictJSON

/// A queue of runs that people are to look at.
public struct AnnotationQueue: Sendable, Equatable, IdentifiedWireObject {
  public let id: UUID
  /// As it was read.
  public let json: JSONObject

  public enum Kind: Sendable, Hashable {
    case single
    /// Two runs at a time. Made only in LangSmith's pages; how a pair is read is not known, so its runs come singly.
    case pairwise
  }

  public var name: String? { json.string("name") }
  public var description: String? { json.string("description") }
  public var kind: Kind { json.string("queue_type") == "pairwise" ? .pairwise : .single }
  /// `nil`: everyone.
  public var reviewersPerItem: Int? {
    guard let value = json["num_reviewers_per_item"] else { return 1 }
    return value.number?.intValue
  }
  public var allowsReservations: Bool { json.bool("enable_reservations") ?? true }
  public var reservationMinutes: Int { json.integer("reservation_minutes") ?? 1 }
  public var isForAssignedReviewersOnly: Bool { json.string("reviewer_access_mode") == "assigned" }
  public var defaultDatasetID: UUID? { json.uuid("default_dataset") }
  /// In lists only.
  public var runCount: Int? { json.integer("total_runs") }
  public var rubricInstructions: String? { json.string("rubric_instructions") }
  public var rubric: [RubricItem] { (json.objects("rubric_items") ?? []).compactMap(RubricItem.init) }

  /// A question of the queue's rubric.
  public struct RubricItem: Sendable, Equatable {
    public let feedbackKey: String
    public let json: JSONObject

    init?(_ json: JSONObject) {
      guard let key = json.string("feedback_key") else { return nil }
      feedbackKey = key
      self.json = json
    }

    public var description: String? { json.string("description") }
    public var isRequired: Bool { json.bool("is_required") ?? false }
  }
}
