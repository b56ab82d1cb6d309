/// What may travel in one request.
public struct FeedbackBatching: Sendable {
  /// The most creations in a request.
  public var creationLimit: Int
  /// The most bytes of creations in a request. A single one may be larger.
  public var byteLimit: Int
  /// The most reads in a request.
  public var readLimit: Int
  /// How many bytes an operation takes in a request; `nil` if it has to go alone.
  public var size: @Sendable (FeedbackOperation) -> Int?

  /// Each operation goes alone.
  public static let none = FeedbackBatching(creationLimit: 1, byteLimit: 0, readLimit: 1) { _ in nil }

  public init(
    creationLimit: Int, byteLimit: Int, readLimit: Int,
    size: @escaping @Sendable (FeedbackOperation) -> Int?
  ) {
    self.creationLimit = creationLimit
    self.byteLimit = byteLimit
    self.readLimit = readLimit
    self.size = size
  }
}

/// What became of operations that traveled together.
public enum FeedbackBatchOutcome: Sendable, Equatable {
  /// The request as a whole came to this. A refusal does not tell which operation it is about.
  case whole(FeedbackOutcome)
  /// Each operation came to its own end, in their order.
  case each([FeedbackOutcome])
  /// The server does not take several at once, and has done nothing: each is to be performed alone.
  case unsupported
}
