/// A delivery that goes on claiming while it sends: when to start a request, and when to go to the books.
///
/// A value without requests and database; `Submitter` does what it says.
struct DeliveryRound {
  /// What is to be done in the books, in one transaction.
  struct Order: Sendable {
    let finished: [GroupResult]
    let claims: Bool
  }

  private var delivery: Delivery
  private let policy: SubmissionPolicy
  private var mayClaim: Bool
  private var refillMark: Int
  private var isStopped = false
  private var isBooking = false
  private var lastEntry: BootTime
  private(set) var endedGroups = 0

  /// How long results may wait for others, to be entered together.
  private static let longestUnentered = Duration.milliseconds(100)

  init(_ claim: Claim, batching: FeedbackBatching, policy: SubmissionPolicy, at now: BootTime) {
    delivery = Delivery(policy: policy)
    delivery.add(claim.groups, batching: batching)
    self.policy = policy
    mayClaim = claim.admission == .open
    refillMark = policy.refillMark(batching)
    lastEntry = now
  }

  /// Nothing more is started; what was not tried is given back.
  mutating func stop() {
    delivery.stop()
    mayClaim = false
    isStopped = true
  }

  /// There may be more to claim, though there was nothing.
  mutating func noteNewWork() {
    mayClaim = !isStopped
  }

  /// The next parcel to send, if one more request may be under way.
  mutating func start(at now: BootTime) -> Parcel? { delivery.start(at: now) }

  mutating func finish(_ parcel: Parcel, _ outcome: FeedbackBatchOutcome, at moment: Delivery.Moment) {
    delivery.finish(parcel, outcome, at: moment)
  }

  /// What is to be booked now. Nothing else is until `enter`.
  mutating func order(at now: BootTime) -> Order? {
    guard !isBooking else { return nil }
    let claims = mayClaim && delivery.queuedCount < refillMark
    let isUrgent = claims || lastEntry + Self.longestUnentered <= now
    let finished = delivery.takeFinished(isUrgent: isUrgent)
    guard claims || !finished.isEmpty else { return nil }
    isBooking = true
    lastEntry = now
    return Order(finished: finished, claims: claims)
  }

  /// The order was carried out.
  mutating func enter(
    _ recorded: Recorded?, _ claim: Claim?, batching: FeedbackBatching, at now: BootTime
  ) {
    isBooking = false
    delivery.noteEntry()
    endedGroups += recorded?.endedGroups ?? 0
    if let recorded, recorded.endpoint.admission(at: now) != .open { stop() }
    refillMark = policy.refillMark(batching)
    guard let claim else { return }
    delivery.add(claim.groups, batching: batching)
    mayClaim = mayClaim && !claim.groups.isEmpty
  }
}
