/// How far the groups of an outbox are. Each group is counted once.
public struct OutboxCounts: Sendable, Equatable {
  /// Every record is on the server, as it should be.
  public var delivered = 0
  /// On the way: pending, leased, waiting to be tried again or to be verified.
  public var waiting = 0
  /// A record was refused for good; a person must look.
  public var dead = 0

  public init() {}
}
