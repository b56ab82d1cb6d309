import Foundation
import StrictJSON

/// One feedback record, as LangSmith's `create_feedback` describes it.
///
///     FeedbackRecord(target: .run(.init(runID: run, sessionID: project)), key: "correctness", score: 0.9)
///
/// What is `nil` is left out of the request.
///
/// Source: the LangSmith API reference, `POST /feedback`, and the Python SDK's `Client.create_feedback`.
public struct FeedbackRecord: Sendable, Equatable {
  /// The record's own id. Without one a version 7 id is made when the record is kept; in a `FeedbackGroup`
  /// the id is derived from the group, the target and the key.
  public var id: UUID?
  public var target: Target
  /// The name of the metric. LangSmith takes at most 180 characters.
  public var key: String
  public var score: Score?
  /// What people read beside the score, or a value that is no number. Anything but an array.
  public var value: JSONValue?
  public var comment: String?
  /// What the run should have put out: an object in the shape of its outputs, or text.
  public var correction: JSONValue?
  public var source: Source
  /// Defines the key for LangSmith if it is new there.
  public var configuration: FeedbackConfiguration?
  public var comparativeExperimentID: UUID?
  /// Shared by the records of one comparison.
  public var groupID: UUID?
  /// LangSmith's schema does not have it and may drop it: what must survive belongs in `source.metadata`.
  public var extra: JSONObject?
  public var error: Bool?
  /// Whether LangSmith moves the trace to its longer, dearer retention.
  public var extendsTraceRetention: Bool

  public init(
    id: UUID? = nil, target: Target, key: String = "unnamed", score: Score? = nil, value: JSONValue? = nil,
    comment: String? = nil, correction: JSONValue? = nil, source: Source = Source(),
    configuration: FeedbackConfiguration? = nil, comparativeExperimentID: UUID? = nil, groupID: UUID? = nil,
    extra: JSONObject? = nil, error: Bool? = nil, extendsTraceRetention: Bool = true
  ) {
    self.id = id
    self.target = target
    self.key = key
    self.score = score
    self.value = value
    self.comment = comment
    self.correction = correction
    self.source = source
    self.configuration = configuration
    self.comparativeExperimentID = comparativeExperimentID
    self.groupID = groupID
    self.extra = extra
    self.error = error
    self.extendsTraceRetention = extendsTraceRetention
  }
}
