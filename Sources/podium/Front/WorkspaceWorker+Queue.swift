import LabelingUI
import Preference
import PreferenceStore
import Synchronization

/// Lists of comparisons, and ways through them.
extension WorkspaceWorker {
  /// Whoever waits longer for a list is shown what was found so far.
  private static let reportInterval = Duration.milliseconds(200)

  /// A list as it was when it was made. It keeps its order while the rater goes through it, whatever is judged meanwhile.
  struct Listing: Sendable {
    let filter: QueueFilter
    let ordinals: [Int]

    /// Where the comparison is, or where it would be.
    func position(of ordinal: Int) -> Int {
      if let index = ordinals.firstIndex(of: ordinal) { return index }
      guard filter.order == .number else { return 0 }
      return ordinals.firstIndex { $0 > ordinal } ?? max(0, ordinals.count - 1)
    }

    func ordinals(towards target: QueueStep.Target, from ordinal: Int) -> [Int] {
      let index = ordinals.firstIndex(of: ordinal)
      switch target {
      case .next, .nextUnjudged:
        let start = index.map { $0 + 1 } ?? ordinals.firstIndex { filter.order == .number && $0 > ordinal }
        return Array(ordinals[(start ?? (filter.order == .number ? ordinals.count : 0))...])
      case .previous:
        let end = index ?? ordinals.firstIndex { filter.order == .number && $0 > ordinal } ?? ordinals.count
        return ordinals[..<end].reversed()
      }
    }
  }

  func list(_ request: QueueRequest) throws {
    guard isNewest(request), let listing = try listing(for: request) else { return }
    try post(listing, for: request)
  }

  /// - Returns: `nil` when another list was asked for meanwhile.
  private func listing(for request: QueueRequest) throws -> Listing? {
    if !request.isFresh, let known = listing(known: request.filter) { return known }
    var search = try workspace.search(request.filter, rater: rater)
    var reportDue = ContinuousClock.now + Self.reportInterval
    while try search.lookFurther() {
      guard isNewest(request) else { return nil }
      guard ContinuousClock.now >= reportDue else { continue }
      let part = Listing(filter: request.filter, ordinals: try search.ordinals())
      try post(part, for: request, percentSearched: Int(search.share * 100))
      reportDue = ContinuousClock.now + Self.reportInterval
    }
    return keep(Listing(filter: request.filter, ordinals: try search.ordinals()))
  }

  /// Steps through a list wait for all of it.
  private func listing(_ filter: QueueFilter) throws -> Listing {
    if let known = listing(known: filter) { return known }
    return keep(Listing(filter: filter, ordinals: try workspace.listing(filter, rater: rater)))
  }

  private func listing(known filter: QueueFilter) -> Listing? {
    listing.withLock { $0?.filter == filter ? $0 : nil }
  }

  private func keep(_ made: Listing) -> Listing {
    listing.withLock { $0 = made }
    return made
  }

  private func isNewest(_ request: QueueRequest) -> Bool {
    newestList.load(ordering: .relaxed) == request.number
  }

  private func post(_ listing: Listing, for request: QueueRequest, percentSearched: Int? = nil) throws {
    let total = listing.ordinals.count
    let position = listing.position(of: request.comparison)
    let start = max(0, min(request.start ?? position - request.count / 2, total - request.count))
    let shown = listing.ordinals[start..<min(total, start + request.count)]
    let entries = try workspace.queueEntries(shown, rater: rater)
    mailbox.post(
      .queueListed(
        QueuePage(
          number: request.number, total: total, position: position, start: start, entries: entries,
          percentSearched: percentSearched)))
  }

  func open(_ step: QueueStep) throws {
    if let next = try ordinal(after: step) { try open(next) } else { mailbox.post(.listEnded(step.target)) }
  }

  private func ordinal(after step: QueueStep) throws -> Int? {
    let listing = try listing(step.filter)
    return try workspace.first(
      of: listing.ordinals(towards: step.target, from: step.number), in: step.filter.state,
      isUnjudged: step.target == .nextUnjudged, rater: rater)
  }

  /// Where the rater goes through what is judged, the next one is judged as well.
  func openNext(after request: JudgmentRequest) throws {
    guard !request.list.isWhole else { return try openUnjudged(after: request.comparison) }
    let looksBack = request.list.state == .judged || request.list.state == .disagreement
    let target = looksBack ? QueueStep.Target.next : .nextUnjudged
    let step = QueueStep(filter: request.list, target: target, number: request.comparison)
    if let next = try ordinal(after: step) { return try open(next) }
    try open(request.comparison)
    mailbox.post(.listEnded(target))
  }

  func openNamed(_ name: String) throws {
    if let ordinal = try workspace.ordinal(named: name) {
      try open(ordinal)
    } else {
      mailbox.post(.notFound(name))
    }
  }

  func toggleFlag(_ number: Int) throws {
    let isFlagged = try workspace.toggleFlag(number, rater: rater)
    mailbox.post(.flagChanged(comparison: number, isFlagged: isFlagged))
  }
}
