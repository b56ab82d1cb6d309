import Foundation

/// Which feedback of a server to list: what fits all that is given. The server has no filter for groups.
///
/// Source: the LangSmith API reference, `GET /feedback`.
public struct FeedbackQuery: Sendable, Equatable {
  public var runIDs: [UUID] = []
  /// Projects, LangSmith's sessions.
  public var sessionIDs: [UUID] = []
  public var comparativeExperimentID: UUID?
  public var keys: [String] = []
  /// `api`, `model`, `app`, `auto_eval`.
  public var sources: [String] = []
  /// Who gave it.
  public var userIDs: [UUID] = []
  public var hasComment: Bool?
  public var hasScore: Bool?
  /// `run` or `session`.
  public var level: String?
  /// RFC 3339.
  public var minCreatedAt: String?
  /// RFC 3339.
  public var maxCreatedAt: String?
  public var includesUserNames: Bool?
  /// How many at most, 1 and more; pages are of 100.
  public var limit: Int?

  public init(runIDs: [UUID] = []) {
    self.runIDs = runIDs
  }

  /// So many runs fit into an address.
  private static let runLimit = 50

  /// Queries that together list the same, each of no more runs than fit into one request.
  package var parts: [FeedbackQuery] {
    guard runIDs.count > Self.runLimit else { return [self] }
    return stride(from: 0, to: runIDs.count, by: Self.runLimit).map { start in
      var part = self
      part.runIDs = Array(runIDs[start..<min(start + Self.runLimit, runIDs.count)])
      return part
    }
  }
}
