/// The order of work: what to send next, what a request's end means for the records in it, and which groups are
/// ready to be entered.
///
/// A value without requests and database; `Submitter` does what it says.
struct Delivery {
  /// When and by which luck a request ended.
  struct Moment {
    let now: BootTime
    /// Microseconds since 1970.
    let wallTime: Int64
    let jitter: Double
  }

  private var groups = OpenGroups()
  private var queue: [Parcel] = []
  private var next = 0
  /// What has to go out again in another way; first.
  private var returned: [Parcel] = []
  private var finished: [GroupResult] = []
  private(set) var inFlight = 0
  /// Bad news is entered at once: it may mean that nothing more should be started.
  private var hasBadNews = false
  /// Set by an answer that may close the endpoint: what it means is found out before anything else is started.
  private var waitsForEntry = false
  private var isEntering = false
  private let policy: SubmissionPolicy

  /// Groups are entered so many at a time: each time costs a flush of the disk.
  static let entrySize = 512

  init(policy: SubmissionPolicy) {
    self.policy = policy
  }

  mutating func add(_ claimed: [ClaimedGroup], batching: FeedbackBatching) {
    var packer = ParcelPacker(batching)
    for group in claimed {
      packer.add(group, number: groups.add(group))
    }
    queue.removeFirst(next)
    next = 0
    queue += packer.finish()
  }

  /// Requests that could be made at once.
  var queuedCount: Int { queue.count - next + returned.count }

  /// The next parcel to send, if one more request may be under way.
  ///
  /// What cannot be sent before its lease ends is given back.
  mutating func start(at now: BootTime) -> Parcel? {
    // The rest of a group is sent all the same: what came of the group is entered as a whole.
    if inFlight == 0 && finished.isEmpty && !isEntering { waitsForEntry = false }
    while !waitsForEntry, inFlight < policy.concurrency, let parcel = takeNext() {
      if let leaseEnd = leaseEnd(of: parcel), now + policy.requestDeadline > leaseEnd {
        giveBack(parcel)
      } else {
        inFlight += 1
        return parcel
      }
    }
    return nil
  }

  mutating func finish(_ parcel: Parcel, _ outcome: FeedbackBatchOutcome, at moment: Moment) {
    inFlight -= 1
    switch outcome {
    case .unsupported: returned += parcel.singles
    case .each(let outcomes):
      for (item, outcome) in zip(parcel.items, outcomes) { close(item, outcome, moment) }
    case .whole(let outcome) where outcome.mayBeOfOne(of: parcel): returned += parcel.halves
    case .whole(let outcome): close(parcel, outcome, moment)
    }
  }

  private mutating func close(_ parcel: Parcel, _ outcome: FeedbackOutcome, _ moment: Moment) {
    let reading = outcome.reading(ofAllIn: parcel)
    // One request, so it counts once for the endpoint.
    for (index, item) in parcel.items.enumerated() {
      close(item, outcome, reading: reading, isCounted: index == 0, moment)
    }
  }

  /// All that was taken to be entered has been.
  mutating func noteEntry() {
    isEntering = false
    if !hasBadNews { waitsForEntry = false }
  }

  /// Nothing more is started; what was not tried is given back.
  mutating func stop() {
    while let parcel = takeNext() { giveBack(parcel) }
  }

  /// Groups that are through, once there are enough of them, there is bad news, or nothing else to do.
  mutating func takeFinished(isUrgent: Bool = false) -> [GroupResult] {
    guard finished.count >= Self.entrySize || hasBadNews || isUrgent || queuedCount == 0 else { return [] }
    if !finished.isEmpty {
      hasBadNews = false
      isEntering = true
    }
    defer { finished = [] }
    return finished
  }

  private mutating func takeNext() -> Parcel? {
    if let parcel = returned.popLast() { return parcel }
    guard next < queue.count else { return nil }
    defer { next += 1 }
    return queue[next]
  }

  private func leaseEnd(of parcel: Parcel) -> BootTime? {
    parcel.items.reduce(nil) { end, item in
      guard let itsEnd = groups.leaseEnd(of: item.group) else { return end }
      return min(end ?? itsEnd, itsEnd)
    }
  }

  private mutating func giveBack(_ parcel: Parcel) {
    for item in parcel.items { close(item.group, with: nil) }
  }

  private mutating func close(
    _ item: Parcel.Item, _ outcome: FeedbackOutcome, reading: Reading? = nil, isCounted: Bool = true,
    _ moment: Moment
  ) {
    if !outcome.isSuccess { hasBadNews = true }
    if outcome.mayCloseEndpoint { waitsForEntry = true }
    let outcome = RecordOutcome(
      record: item.record, outcome: outcome, reading: reading, isCounted: isCounted, now: moment.now,
      wallTime: moment.wallTime, jitter: moment.jitter)
    close(item.group, with: outcome)
  }

  private mutating func close(_ number: Int, with outcome: RecordOutcome?) {
    if let result = groups.close(number, with: outcome) { finished.append(result) }
  }
}

extension FeedbackOutcome {
  /// Whether it was perhaps only one of the records that was not taken.
  fileprivate func mayBeOfOne(of parcel: Parcel) -> Bool {
    guard parcel.isTogether, let first = parcel.items.first?.record else { return false }
    switch Reading(self, of: first.attempt.operation, id: first.id, desired: nil) {
    case .refused, .forbidden, .tooLarge(nil), .missing: return true
    default: return false
    }
  }

  /// What it means for each record of a batch, where it does not depend on the record.
  fileprivate func reading(ofAllIn parcel: Parcel) -> Reading? {
    guard let first = parcel.items.first?.record, first.attempt.operation == .create else { return nil }
    let reading = Reading(self, of: .create, id: first.id, desired: nil)
    // Named by its id, the first record is stored; that says nothing of the others.
    return reading == .stored ? nil : reading
  }

  fileprivate var mayCloseEndpoint: Bool {
    switch self {
    case .answered(let answer):
      300..<400 ~= answer.status || [401, 402, 403, 407, 429].contains(answer.status)
        || answer.retryAfter != nil
    case .blocked: true
    case .notSent, .ambiguous: false
    }
  }

  fileprivate var isSuccess: Bool {
    guard case .answered(let answer) = self else { return false }
    return 200..<300 ~= answer.status || answer.status == 404
  }
}
