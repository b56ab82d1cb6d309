import FeedbackSubmission
import Foundation
import StrictJSON

extension StoredFeedback: WireObject {
  init(_ value: JSONValue, subject: String) throws {
    guard let json = value.object, let feedback = try? StoredFeedback(json) else {
      throw LangSmithError(.unreadable, subject, detail: "expected feedback with an id and a key")
    }
    self = feedback
  }
}

extension StoredFeedback {
  /// An object, or a text.
  public var correction: JSONValue? { json["correction"].flatMap { $0.isNull ? Optional.none : $0 } }
  public var traceID: UUID? { json.uuid("trace_id") }
  public var sessionID: UUID? { json.uuid("session_id") }
  public var startTime: String? { json.string("start_time") }
  public var createdAt: String? { json.string("created_at") }
  public var modifiedAt: String? { json.string("modified_at") }
  public var source: JSONObject { json.object("feedback_source") ?? JSONObject() }
}
