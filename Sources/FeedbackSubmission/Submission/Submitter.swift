import Foundation
import GRDB
import Logging

/// Delivers an outbox: claims what is due, has the transport carry it out, enters the results.
///
/// It decides nothing itself: what is due follows from the outbox, what a result means from
/// `SubmissionPolicy`. Several submitters, also in several processes, may serve one outbox.
package final class Submitter: Sendable {
  private let database: DurableDatabase
  let transport: any FeedbackTransport
  let ledger: OutboxLedger
  let clock: any SubmissionClock
  let random: @Sendable () -> Double
  private let logger: Logger
  let wakeSignal = WakeSignal()
  private let queue = BlockingQueue(label: "podium.outbox")

  package typealias Observer = @Sendable (SubmissionProgress) -> Void

  /// How long other processes' work may lie before it is noticed.
  private static let longestNap = Duration.seconds(5)

  package convenience init(
    database: DurableDatabase, transport: any FeedbackTransport, logger: Logger = .silent
  ) {
    self.init(
      database: database, transport: transport, policy: SubmissionPolicy(), clock: SystemClock(),
      owner: .current,
      logger: logger, random: { Double.random(in: 0..<1) })
  }

  init(
    database: DurableDatabase, transport: any FeedbackTransport, policy: SubmissionPolicy,
    clock: any SubmissionClock, owner: LeaseOwner, logger: Logger = .silent,
    random: @escaping @Sendable () -> Double
  ) {
    self.database = database
    self.transport = transport
    self.clock = clock
    self.random = random
    self.logger = logger
    ledger = OutboxLedger(policy: policy, owner: owner)
  }

  /// Says that there is something new to deliver.
  package func wake() {
    wakeSignal.raise()
  }

  /// Delivers until nothing waits.
  ///
  /// It ends before that when the endpoint needs a person, when no group came to an end for as long as
  /// `patience` says, or when the task is cancelled; then what is being sent is finished, and the rest stays
  /// where it is.
  ///
  /// - Parameters:
  ///   - patience: `nil` waits as long as it takes.
  ///   - observer: Told of progress, a few times a second at most.
  /// - Returns: How far it got.
  package func drain(patience: Duration? = nil, observer: Observer? = nil) async throws -> SubmissionProgress
  {
    let reporter = ProgressReporter(observer: observer)
    let start = clock.now()
    try await write { ledger, db in
      try ledger.begin(at: start, db)
      try ledger.cutPausesShort(db)
    }
    var lastSuccess = start
    while true {
      let claim = try await claim()
      if !claim.groups.isEmpty {
        let ended = try await deliver(claim, reporter)
        if ended > 0 { lastSuccess = clock.now() }
        // A server that takes long to fail leaves no pause in which patience could end.
        guard ended == 0, let patience, lastSuccess + patience <= clock.now() else { continue }
        let now = clock.now()
        return try await report(read { ledger, db in try ledger.look(at: now, db).condition }, reporter)
      }
      let progress = try await report(claim.condition, reporter)
      let giveUp = patience.map { lastSuccess + $0 }
      guard let next = claim.nextAction, claim.parked == nil, !Task.isCancelled,
        giveUp.map({ clock.now() < $0 }) ?? true
      else { return progress }
      await nap(until: min(next, giveUp ?? next))
      try await takeBackFromTheDead()
    }
  }

  /// Delivers in the background until the task is cancelled; then what is being sent is finished.
  ///
  /// - Parameters:
  ///   - observer: Told of progress, a few times a second at most.
  ///   - onTrouble: Told why the outbox cannot be used for now; it is tried again.
  package func run(
    observer: Observer? = nil, onTrouble: @Sendable (any Error) -> Void = { _ in }
  ) async {
    let reporter = ProgressReporter(observer: observer)
    while !Task.isCancelled {
      do {
        let start = clock.now()
        try await write { ledger, db in try ledger.begin(at: start, db) }
        while !Task.isCancelled { try await serve(reporter) }
      } catch {
        // The workspace is busy or its disk is full: what was acknowledged is safe, and it may be better in a
        // while.
        logger.warning("delivery paused", metadata: ["error": "\(error)"])
        onTrouble(error)
        reporter.forget()
        await nap(until: clock.now() + Self.longestNap)
      }
    }
  }

  private func serve(_ reporter: ProgressReporter) async throws {
    let claim = try await claim()
    guard claim.groups.isEmpty else {
      _ = try await deliver(claim, reporter)
      return
    }
    _ = try await report(claim.condition, reporter)
    await nap(until: claim.nextAction ?? clock.now() + Self.longestNap)
    try await takeBackFromTheDead()
  }

  /// What a sender had that was killed meanwhile need not wait for the end of its lease.
  private func takeBackFromTheDead() async throws {
    guard try await !read({ ledger, db in try ledger.deadOwners(db) }).isEmpty else { return }
    try await write { ledger, db in try ledger.takeBackFromTheDead(db) }
  }

  private func nap(until time: BootTime) async {
    await wakeSignal.wait(until: min(time, clock.now() + Self.longestNap), clock: clock)
  }
}

extension Submitter {
  private func claim() async throws -> Claim {
    let (now, token) = (clock.now(), UUID.randomToken())
    let outlook = try await read { ledger, db in try ledger.look(at: now, db) }
    // Those who have nothing to do keep out of the way of those who write.
    guard let next = outlook.nextAction, next <= now, !Task.isCancelled else { return outlook }
    let limit = ledger.policy.claimLimit(await transport.batching())
    return try await write { ledger, db in try ledger.claim(token: token, limit: limit, at: now, db) }
  }

  func report(
    _ condition: SubmissionProgress.Condition, _ reporter: ProgressReporter
  ) async throws -> SubmissionProgress {
    let start = clock.now()
    let counts = try await read { _, db in try Outbox.counts(in: db) }
    let progress = SubmissionProgress(counts: counts, condition: condition)
    let now = clock.now()
    // Whoever looks may take their time, and does not hold up the requests that are served where this runs.
    await withTaskExecutorPreference(globalConcurrentExecutor) {
      reporter.report(progress, countedSince: start, at: now)
    }
    return progress
  }

  private func read<Value: Sendable>(
    _ body: @escaping @Sendable (OutboxLedger, Database) throws -> Value
  ) async throws -> Value {
    let (database, ledger) = (database, ledger)
    return try await queue.run { try database.read { try body(ledger, $0) } }
  }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (OutboxLedger, Database) throws -> Value
  ) async throws -> Value {
    let (database, ledger) = (database, ledger)
    return try await queue.run { try database.write { try body(ledger, $0) } }
  }
}

extension UUID {
  /// 128 random bits, not marked as any version.
  static func randomToken() -> UUID {
    let bits = (UInt64.random(in: 0 ... .max), UInt64.random(in: 0 ... .max))
    return withUnsafeBytes(of: bits) { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }
}

extension Logger {
  /// Says nothing: the terminal belongs to the screen.
  package static var silent: Logger {
    Logger(label: "podium.feedback", factory: { _ in SwiftLogNoOpLogHandler() })
  }
}
