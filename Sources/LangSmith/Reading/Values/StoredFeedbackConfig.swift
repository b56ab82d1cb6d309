import Foundation
import StrictJSON

/// What a workspace holds of a feedback key: what its scores mean.
public struct StoredFeedbackConfig: Sendable, Equatable, WireObject {
  public let feedbackKey: String
  /// As it was read.
  public let json: JSONObject

  public var id: UUID? { json.uuid("id") }
  public var config: JSONObject { json.object("feedback_config") ?? JSONObject() }
  public var isLowerScoreBetter: Bool? { json.bool("is_lower_score_better") }
  public var isEnforced: Bool { json.bool("is_enforced") ?? false }

  init(_ value: JSONValue, subject: String) throws {
    guard let json = value.object, let key = json.string("feedback_key") else {
      throw LangSmithError(.unreadable, subject, detail: "feedback_key: expected text")
    }
    feedbackKey = key
    self.json = json
  }
}
