/// The order of work within one claim: what to start next, and which groups are ready to be entered.
///
/// A value without requests and database; `Submitter` does what it says.
struct Delivery {
  private var results: [GroupResult]
  /// Records not yet tried, as places in `results`.
  private var queue: [(group: Int, record: ClaimedRecord)]
  private var next = 0
  /// How many records of each group are neither done nor given up.
  private var open: [Int]
  private var finished: [Int] = []
  private var inFlight = 0
  /// Bad news is entered at once: it may mean that nothing more should be started.
  private var hasBadNews = false
  private let width: Int

  /// Groups are entered so many at a time: each time costs a flush of the disk.
  private static let batchSize = 16

  init(_ groups: [ClaimedGroup], width: Int) {
    self.width = width
    results = groups.map { GroupResult(group: $0) }
    queue = groups.indices.flatMap { index in groups[index].records.map { (index, $0) } }
    open = groups.map(\.records.count)
  }

  /// The next record to try, if one more may be under way.
  mutating func start() -> (group: Int, record: ClaimedRecord)? {
    guard inFlight < width, next < queue.count else { return nil }
    defer { next += 1 }
    inFlight += 1
    return queue[next]
  }

  mutating func finish(_ outcome: RecordOutcome, group: Int) {
    inFlight -= 1
    results[group].outcomes.append(outcome)
    if !outcome.outcome.isSuccess { hasBadNews = true }
    close(group)
  }

  /// Nothing more is started; what was not tried is given back.
  mutating func stop() {
    for place in queue[next...] { close(place.group) }
    next = queue.count
  }

  /// Groups that are through, once there are enough of them or there is nothing left to start.
  mutating func takeFinished() -> [GroupResult] {
    guard finished.count >= Self.batchSize || hasBadNews || next == queue.count else { return [] }
    if !finished.isEmpty { hasBadNews = false }
    defer { finished = [] }
    return finished.map { results[$0] }
  }

  private mutating func close(_ group: Int) {
    open[group] -= 1
    if open[group] == 0 { finished.append(group) }
  }
}

extension FeedbackOutcome {
  fileprivate var isSuccess: Bool {
    guard case .answered(let answer) = self else { return false }
    return 200..<300 ~= answer.status
  }
}
