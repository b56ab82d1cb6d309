import Foundation
import GRDB

extension Submitter {
  private enum Event: Sendable {
    case sent(Parcel, FeedbackBatchOutcome)
    case booked(Booking)
  }

  /// What one transaction has entered and taken.
  private struct Booking: Sendable {
    let recorded: Recorded?
    let claim: Claim?
    let batching: FeedbackBatching
  }

  /// Sends what was claimed, and goes on claiming until nothing more is due: while requests are under way, results
  /// are entered and more is claimed, in one transaction.
  ///
  /// - Returns: How many groups came to an end.
  func deliver(_ claim: Claim, _ reporter: ProgressReporter) async throws -> Int {
    try await withTaskExecutorPreference(transport.executor) { try await deliverHere(claim, reporter) }
  }

  private func deliverHere(_ claim: Claim, _ reporter: ProgressReporter) async throws -> Int {
    var round = DeliveryRound(
      claim, batching: await transport.batching(), policy: ledger.policy, at: clock.now())
    try await withThrowingTaskGroup(of: Event.self) { tasks in
      while true {
        start(&round, in: &tasks)
        guard let event = try await tasks.next() else { break }
        try await enter(event, into: &round, reporter)
      }
    }
    return round.endedGroups
  }

  /// Starts whatever may be under way now.
  private func start(_ round: inout DeliveryRound, in tasks: inout ThrowingTaskGroup<Event, any Error>) {
    if Task.isCancelled { round.stop() }
    if wakeSignal.take() { round.noteNewWork() }
    let now = clock.now()
    while let parcel = round.start(at: now) {
      tasks.addTask { .sent(parcel, await self.send(parcel)) }
    }
    if let order = round.order(at: now) {
      tasks.addTask { .booked(try await self.book(order)) }
    }
  }

  private func enter(
    _ event: Event, into round: inout DeliveryRound, _ reporter: ProgressReporter
  ) async throws {
    switch event {
    case .sent(let parcel, let outcome):
      round.finish(parcel, outcome, at: moment())
    case .booked(let booking):
      round.enter(booking.recorded, booking.claim, batching: booking.batching, at: clock.now())
      if reporter.isDue(at: clock.now()) { _ = try await report(.delivering, reporter) }
    }
  }

  private func book(_ order: DeliveryRound.Order) async throws -> Booking {
    let (now, token) = (clock.now(), UUID.randomToken())
    let batching = await transport.batching()
    let limit = ledger.policy.claimLimit(batching)
    let (recorded, claim) = try await write { ledger, db in
      let recorded = order.finished.isEmpty ? nil : try ledger.record(order.finished, db)
      let isOpen = recorded.map { $0.endpoint.admission(at: now) == .open } ?? true
      let claim = order.claims && isOpen ? try ledger.claim(token: token, limit: limit, at: now, db) : nil
      return (recorded, claim)
    }
    return Booking(recorded: recorded, claim: claim, batching: batching)
  }

  /// Not to be cut short by a cancelled task: see `FeedbackTransport.perform(_:)`.
  private func send(_ parcel: Parcel) async -> FeedbackBatchOutcome {
    let operations = parcel.operations
    guard parcel.isTogether else { return .each([await transport.perform(operations[0])]) }
    return await transport.perform(together: operations)
  }

  private func moment() -> Delivery.Moment {
    Delivery.Moment(now: clock.now(), wallTime: clock.wallTime().microsecondsSince1970, jitter: random())
  }
}
