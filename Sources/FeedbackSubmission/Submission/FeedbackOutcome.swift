/// What became of an operation.
public enum FeedbackOutcome: Sendable, Equatable {
  /// An HTTP answer.
  case answered(status: Int, body: [UInt8], retryAfterSeconds: Double?)
  /// Nothing reached the server: refused, no such host, unreachable.
  case notSent(reason: String)
  /// Bytes were sent and no clean answer came: it may have been carried out.
  case ambiguous(reason: String)
}
