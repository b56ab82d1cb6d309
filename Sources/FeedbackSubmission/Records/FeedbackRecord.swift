import Foundation
import StrictJSON

/// One feedback record, as LangSmith's `create_feedback` describes it.
///
/// Source: the LangSmith API reference, `POST /feedback`, and the Python SDK's `Client.create_feedback`.
public struct FeedbackRecord: Sendable, Equatable {
  public var target: Target
  public var key: String
  public var score: Score?
  public var value: JSONValue?
  public var comment: String?
  public var correction: JSONValue?
  public var source: Source
  public var configuration: FeedbackConfiguration?
  public var comparativeExperimentID: UUID?
  public var groupID: UUID?
  public var extra: JSONObject?
  public var error: Bool?
  public var extendsTraceRetention: Bool

  public init(target: Target, key: String = "unnamed", source: Source = Source(), extendsTraceRetention: Bool = true) {
    self.target = target
    self.key = key
    self.source = source
    self.extendsTraceRetention = extendsTraceRetention
  }
}
