import Foundation
import StrictJSON

extension FeedbackRecord {
  /// What the feedback is about.
  public enum Target: Sendable, Equatable {
    /// A run, or a whole trace when `run` is `nil`. One of both is given.
    case run(RunReference)
    /// A project (LangSmith's session) as a whole.
    case project(UUID)
  }

  public struct RunReference: Sendable, Equatable {
    public var runID: UUID
    public var traceID: UUID?
    public var sessionID: UUID?
    /// RFC 3339, sent as it stands.
    public var startTime: String?

    public init(runID: UUID, traceID: UUID? = nil, sessionID: UUID? = nil, startTime: String? = nil) {
      self.runID = runID
      self.traceID = traceID
      self.sessionID = sessionID
      self.startTime = startTime
    }
  }

  /// LangSmith tells the three kinds apart: `true`, `1` and `1.0` are different scores.
  public enum Score: Sendable, Equatable {
    case bool(Bool)
    case integer(Int)
    case float(Double)
  }

  public struct Source: Sendable, Equatable {
    public enum Kind: String, Sendable {
      case api, model
    }

    public var kind: Kind
    public var metadata: JSONObject
    /// The run that produced the feedback, if a model did.
    public var runID: UUID?

    public init(kind: Kind = .api, metadata: JSONObject = JSONObject(), runID: UUID? = nil) {
      self.kind = kind
      self.metadata = metadata
      self.runID = runID
    }
  }
}
