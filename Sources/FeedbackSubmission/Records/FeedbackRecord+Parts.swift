import Foundation
import StrictJSON

extension FeedbackRecord {
  /// What the feedback is about.
  public enum Target: Sendable, Equatable {
    case run(RunReference)
    /// A project (LangSmith's session) as a whole.
    case project(UUID)

    /// The run or the project: with the key, it tells the records of a group apart.
    var id: UUID {
      switch self {
      case .run(let run): run.runID
      case .project(let id): id
      }
    }
  }

  /// How LangSmith finds a run. For feedback on a whole trace, its root run.
  public struct RunReference: Sendable, Equatable {
    public var runID: UUID
    /// The root run of the run's trace; lets records travel in batches.
    public var traceID: UUID?
    public var sessionID: UUID?
    /// RFC 3339. A zone is sent if it is given.
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
    /// Sent with four decimals at most, as LangSmith keeps no more; NaN and the infinities are sent as
    /// `null`.
    case float(Double)
  }

  /// Who or what the feedback comes from.
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
