import FeedbackSubmission
import Foundation
import TestSupport

/// One cell, carried out once.
struct FaultRun {
  let cell: FaultCell
  let seed: UInt64
  let scale: FaultScale

  struct Outcome {
    let tally: FaultTally
    let faultCount: Int
    let requestCount: Int
    let earlyCount: Int
    let strayCount: Int
    /// The most that one delivery set aside where all is refused.
    let floodCount: Int
    let seconds: Double
    /// Where the key was found.
    let leaks: [String]

    var isClean: Bool {
      tally.isClean && earlyCount < 16 && strayCount == 0 && floodCount <= 20 && leaks.isEmpty
    }
  }

  private static let chunk = 500

  func outcome() async throws -> Outcome {
    let start = ContinuousClock.now
    let server = try FaultServer(
      plan, takesBatches: cell.path == .batched, overwrites: seed.isMultiple(of: 2))
    defer { server.stop() }
    let workspace = try FaultWorkspace(isLong: scale.isLong)
    var work = FaultWork(seed: seed, mark: mark)
    for start in stride(from: 0, to: scale.records, by: Self.chunk) {
      try workspace.set(work.make(records: min(Self.chunk, scale.records - start)))
    }
    var words: [String] = []
    var floodCount = 0
    for _ in 1...3 {
      let before = try workspace.counts().dead
      words += try await deliver(workspace, server) { try edit(&work, workspace) }
      if cell.kind == .flood { floodCount = try max(floodCount, workspace.counts().dead - before) }
    }
    if cell.kind == .flood {
      server.settle()
      try workspace.retryRefused()
    }
    while try workspace.counts().waiting > 0 {
      words += try await deliver(workspace, server) {
        // Whether one record alone is forbidden shows when another one is taken after it.
        if cell.kind == .forbiddenRecords { try workspace.set(work.make(records: 2)) }
      }
      guard words.count < 500 else { throw Stuck(words: words.suffix(3).joined(separator: "; ")) }
    }
    let leaks =
      try workspace.files(with: FaultWorkspace.key)
      + words.filter { $0.contains(FaultWorkspace.key) }
    return Outcome(
      tally: FaultTally(
        work, server.store, aside: try workspace.counts().dead, takesBack: cell.kind == .flood),
      faultCount: server.faultCount,
      requestCount: server.requestCount, earlyCount: server.earlyCount, strayCount: server.strayCount,
      floodCount: floodCount,
      seconds: start.duration(to: .now) / .seconds(1), leaks: leaks)
  }

  private func edit(_ work: inout FaultWork, _ workspace: FaultWorkspace) throws {
    guard cell.work == .edits else { return }
    let count = max(work.wanted.count / 8, 10)
    for _ in 0..<5 { try workspace.set(work.edit(count / 5)) }
  }

  /// Delivers until nothing waits or a person is needed, and makes changes meanwhile.
  ///
  /// - Returns: What people were told.
  private func deliver(
    _ workspace: FaultWorkspace, _ server: FaultServer, while change: () throws -> Void
  ) async throws -> [String] {
    let deliveries = try (0..<cell.senders).map { number in
      let submitter = try workspace.submitter(try workspace.transport(server.url), stranger: number > 0)
      return Task { try await submitter.drain(patience: .seconds(60)).condition }
    }
    try change()
    var words: [String] = []
    for delivery in deliveries { words.append("\(try await delivery.value)") }
    return words
  }

  private struct Stuck: Error, CustomStringConvertible {
    let words: String
    var description: String { "it does not come to an end: \(words)" }
  }

  private var plan: FaultPlan {
    var plan = FaultPlan(cell.kind, seed: seed)
    switch cell.kind {
    case .nothing: (plan.opening, plan.rate) = (0, 0)
    case .redirects, .unauthorized, .forbidden: plan.opening = 8
    case .outage: plan.opening = 60
    case .flood: plan.opening = cell.path == .batched ? 1500 : 60
    case .unavailableForASecond, .tooManyForASecond, .tooManyUntilADate, .tooManyForADay:
      plan.limit = scale.isLong ? 5 : 1
    case .silenceBefore, .silenceAfter, .drip, .endlessBody, .hugeHeader: plan.limit = scale.isLong ? 100 : 6
    case .batchNeverStored, .batchStoredLate, .conflictOther: plan.rate = 0.2
    default: break
    }
    return plan
  }

  /// One record in a thousand is not taken, more in short runs.
  private var mark: (every: Int, comment: String)? {
    let every = scale.isLong ? 430 : 25
    switch cell.kind {
    case .poison, .everything: return (every, "poison")
    case .forbiddenRecords: return (scale.records / 5, "forbidden")
    case .tooLarge: return (every, String(repeating: "too large ", count: 2000))
    default: return nil
    }
  }
}
