import Foundation
import StrictJSON

/// A feedback record as the server has it. Everything but the id and the key may be missing.
public struct StoredFeedback: Sendable, Equatable, Identifiable {
  public let id: UUID
  public let key: String
  /// All that the server tells.
  public let json: JSONObject

  /// - Throws: `FeedbackServerError` if the object is no feedback record.
  public init(_ json: JSONObject) throws {
    guard let id = json["id"]?.string.flatMap(UUID.init(lenient:)), let key = json["key"]?.string else {
      throw FeedbackServerError.unavailable(reason: "the answer is no feedback record")
    }
    self.id = id
    self.key = key
    self.json = json
  }

  public var score: FeedbackRecord.Score? { json["score"].flatMap(FeedbackRecord.Score.init) }

  public var value: JSONValue? { json["value"].flatMap { $0.isNull ? Optional.none : $0 } }

  public var comment: String? { json["comment"]?.string }

  public var runID: UUID? { uuid("run_id") }

  public var groupID: UUID? { uuid("feedback_group_id") }

  public var comparativeExperimentID: UUID? { uuid("comparative_experiment_id") }

  private func uuid(_ name: String) -> UUID? { json[name]?.string.flatMap(UUID.init(lenient:)) }
}
