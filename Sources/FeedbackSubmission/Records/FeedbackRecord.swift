import Foundation
import StrictJSON

/// One feedback record, as LangSmith's `create_feedback` describes it.
///
/// What is `nil` is left out of the request. The record's own id is not here: the outbox derives it, so that
/// it stays the same through retries and edits.
///
/// Source: the LangSmith API reference, `POST /feedback`, and the Python SDK's `Client.create_feedback`.
public struct FeedbackRecord: Sendable, Equatable {
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
    target: Target, key: String = "unnamed", source: Source = Source(), extendsTraceRetention: Bool = true
  ) {
    self.target = target
    self.key = key
    self.source = source
    self.extendsTraceRetention = extendsTraceRetention
  }
}
