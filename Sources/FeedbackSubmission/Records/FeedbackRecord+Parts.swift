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
    /// The run's project. LangSmith asks for it; servers with its newer store refuse feedback on a run without.
    public var sessionID: UUID?
    /// The agent to which the run was traced, if it was no project: instead of `sessionID`.
    public var address: AgentAddress?
    /// RFC 3339. A zone is sent if it is given.
    public var startTime: String?

    public init(
      runID: UUID, traceID: UUID? = nil, sessionID: UUID? = nil, address: AgentAddress? = nil,
      startTime: String? = nil
    ) {
      self.runID = runID
      self.traceID = traceID
      self.sessionID = sessionID
      self.address = address
      self.startTime = startTime
    }

    /// The root run of a trace, for feedback on the trace as a whole.
    public static func trace(_ id: UUID, sessionID: UUID? = nil, startTime: String? = nil) -> Self {
      Self(runID: id, traceID: id, sessionID: sessionID, startTime: startTime)
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
    public enum Kind: String, Sendable, CaseIterable {
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

extension FeedbackRecord.Score: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral
{
  public init(booleanLiteral value: Bool) { self = .bool(value) }

  public init(integerLiteral value: Int) { self = .integer(value) }

  public init(floatLiteral value: Double) { self = .float(value) }
}
