/// How far an item of an annotation queue is, as the one who asks sees it.
public enum QueueStatus: Sendable, Hashable, CaseIterable {
  case needsMyReview
  case needsOthersReview
  case completed

  var nameV1: String {
    switch self {
    case .needsMyReview: "needs_my_review"
    case .needsOthersReview: "needs_others_review"
    case .completed: "completed"
    }
  }

  /// The second generation calls completed items archived.
  var nameV2: String { self == .completed ? "archived" : nameV1 }
}

/// What an item of an annotation queue is marked as.
public enum QueueMark: String, Sendable, Hashable {
  case viewed
  case completed
}

/// Which items of an annotation queue to list with the second generation of calls.
public struct QueueItemQuery: Sendable, Equatable {
  public var status: QueueStatus
  public var kind: QueueItem.Kind?
  /// `forward` or `backward`.
  public var direction: String?
  public var minStartTime: String?
  public var maxStartTime: String?
  /// At most 100.
  public var pageSize: Int?

  public init(status: QueueStatus) {
    self.status = status
  }

  var items: QueryItems {
    var items = QueryItems(booleans: .lowercase)
    items.add("status", status.nameV2)
    items.add("direction", direction)
    switch kind {
    case .run: items.add("item_type", "RUN")
    case .thread: items.add("item_type", "THREAD")
    case nil: break
    }
    items.add("max_start_time", maxStartTime)
    items.add("min_start_time", minStartTime)
    items.add("page_size", pageSize)
    return items
  }
}
