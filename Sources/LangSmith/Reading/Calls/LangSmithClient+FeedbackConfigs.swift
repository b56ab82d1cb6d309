import Foundation
import Identifiers
import StrictJSON

extension LangSmithClient {
  /// What the workspace says about feedback keys.
  ///
  /// - Parameter includesAll: Also configs that newer ones have replaced.
  public func feedbackConfigs(
    keys: [String] = [], nameContains: String? = nil, includesAll: Bool = false, isEnforced: Bool? = nil,
    offset: Int = 0, limit: Int? = nil
  ) -> LangSmithList<StoredFeedbackConfig> {
    var query = QueryItems()
    query.add("key", keys)
    query.add("name_contains", nameContains)
    query.add("include_all_configs", includesAll ? true : nil)
    query.add("is_enforced", isEnforced)
    let call = APICall(path: Self.configPath, query: query, subject: "feedback configs")
    return list(call, limit: limit, offset: offset)
  }

  /// Says what a feedback key's scores mean. The same once more changes nothing; something else is refused.
  ///
  /// - Parameter config: Sent as it is, such as `{"type": "continuous", "min": 0, "max": 1}`.
  public func createFeedbackConfig(
    key: String, config: JSONObject, isLowerScoreBetter: Bool? = nil, isEnforced: Bool = false
  ) async throws -> StoredFeedbackConfig {
    var body: JSONObject = ["feedback_key": .string(key), "feedback_config": .object(config)]
    body["is_enforced"] = .bool(isEnforced)
    body["is_lower_score_better"] = isLowerScoreBetter.map(JSONValue.bool)
    return try await read(
      .post(Self.configPath, .object(body), subject: "the config of the feedback key “\(key)”"))
  }

  /// Changes what is given.
  ///
  /// - Parameter id: Which one, where a key has several.
  public func updateFeedbackConfig(
    key: String, id: UUID? = nil, config: JSONObject? = nil, isLowerScoreBetter: Bool? = nil
  ) async throws -> StoredFeedbackConfig {
    var body: JSONObject = ["feedback_key": .string(key)]
    body.setText("id", id?.lowercaseString)
    body["feedback_config"] = config.map(JSONValue.object)
    body["is_lower_score_better"] = isLowerScoreBetter.map(JSONValue.bool)
    return try await read(
      APICall(
        method: .patch, path: Self.configPath, body: .object(body),
        subject: "the config of the feedback key “\(key)”"))
  }

  public func deleteFeedbackConfig(key: String) async throws {
    try await deleteFeedbackConfig("feedback_key", key)
  }

  public func deleteFeedbackConfig(id: UUID) async throws {
    try await deleteFeedbackConfig("id", id.lowercaseString)
  }

  private func deleteFeedbackConfig(_ name: String, _ value: String) async throws {
    var query = QueryItems()
    query.add(name, value)
    try await perform(
      APICall(
        method: .delete, path: Self.configPath, query: query, subject: "the feedback config “\(value)”"))
  }

  private static let configPath = "feedback-configs"
}
