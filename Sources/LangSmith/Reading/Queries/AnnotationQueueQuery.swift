import Foundation

/// Which annotation queues to list.
public struct AnnotationQueueQuery: Sendable, Equatable {
  public var ids: [UUID] = []
  public var name: String?
  public var nameContains: String?
  /// How many at most.
  public var limit: Int?

  public init() {}

  var items: QueryItems {
    var items = QueryItems()
    items.add("ids", ids)
    items.add("name", name)
    items.add("name_contains", nameContains)
    return items
  }
}

/// Which annotation queues to list with the second generation of calls.
public struct AnnotationQueueQueryV2: Sendable, Equatable {
  public var ids: [UUID] = []
  public var name: String?
  public var nameContains: String?
  public var kind: AnnotationQueue.Kind?
  public var isAssignedToMe: Bool?
  public var datasetID: UUID?
  public var includesRubricKeys: Bool?
  public var sortBy: String?
  public var sortsDescending: Bool?
  /// Queues on a page.
  public var pageSize: Int?

  public init() {}

  var items: QueryItems {
    var items = QueryItems(booleans: .lowercase)
    items.add("assigned_to_me", isAssignedToMe)
    items.add("dataset_id", datasetID)
    items.add("ids", ids)
    items.add("include_rubric_keys", includesRubricKeys)
    items.add("limit", pageSize)
    items.add("name", name)
    items.add("name_contains", nameContains)
    switch kind {
    case .single: items.add("queue_type", "single")
    case .pairwise: items.add("queue_type", "pairwise")
    case nil: break
    }
    items.add("sort_by", sortBy)
    items.add("sort_by_desc", sortsDescending)
    return items
  }
}
