/// How far delivery is, for a person to see.
public struct SubmissionProgress: Sendable, Equatable {
  public var counts: OutboxCounts
  public var condition: Condition

  public enum Condition: Sendable, Equatable {
    /// Something is being sent, or there is nothing to send.
    case delivering
    /// What is left is to be tried again later: the server does not answer, or asked for a pause. The reason
    /// is the last failure, if there was one.
    case waiting(reason: String?)
    /// Nothing is sent until a person acts; the reason is for that person.
    case parked(reason: String)
  }

  public init(counts: OutboxCounts, condition: Condition) {
    self.counts = counts
    self.condition = condition
  }
}
