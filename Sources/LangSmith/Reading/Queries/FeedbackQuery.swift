import Foundation

/// Which feedback to list. The server has no filter for groups.
public struct FeedbackQuery: Sendable, Equatable {
  /// Up to about fifty fit into an address.
  public var runIDs: [UUID] = []
  public var sessionIDs: [UUID] = []
  public var comparativeExperimentID: UUID?
  public var keys: [String] = []
  /// `api`, `model`, `app`, `auto_eval`.
  public var sources: [String] = []
  public var hasComment: Bool?
  public var hasScore: Bool?
  /// `run` or `session`.
  public var level: String?
  public var minCreatedAt: String?
  public var maxCreatedAt: String?
  public var includesUserNames: Bool?
  /// How many at most.
  public var limit: Int?

  public init(runIDs: [UUID] = []) {
    self.runIDs = runIDs
  }

  var items: QueryItems {
    var items = QueryItems()
    items.add("run", runIDs)
    items.add("session", sessionIDs)
    items.add("comparative_experiment_id", comparativeExperimentID)
    items.add("key", keys)
    items.add("source", sources)
    items.add("has_comment", hasComment)
    items.add("has_score", hasScore)
    items.add("level", level)
    items.add("min_created_at", minCreatedAt)
    items.add("max_created_at", maxCreatedAt)
    items.add("include_user_names", includesUserNames)
    return items
  }
}
