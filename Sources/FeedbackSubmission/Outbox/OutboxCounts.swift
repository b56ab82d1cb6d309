/// How far the groups of an outbox are. Each group is counted once.
public struct OutboxCounts: Sendable, Equatable {
  /// Every record is on the server, as it should be.
  public var delivered = 0
  /// Of the delivered ones, those whose records were read back since, every one as it should be.
  public var verified = 0
  /// On the way: pending, leased, waiting to be tried again or to be verified.
  public var waiting = 0
  /// A record was refused for good; a person must look.
  public var dead = 0
  /// Groups that a person decided not to send, and that were not put anew since. They are in none of the others.
  public var dropped = 0

  public init() {}
}
