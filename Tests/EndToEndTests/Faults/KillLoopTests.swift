import Foundation
import TestSupport
import Testing

/// A short loop with the ordinary tests; `PODIUM_FAULT_KILLS=200` makes it long.
@Suite struct KillLoopTests {
  private static let kills =
    ProcessInfo.processInfo.environment["PODIUM_FAULT_KILLS"].flatMap { Int($0) } ?? 5

  @Test("Killed at random moments, nothing is lost, doubled or half there", arguments: [true, false])
  func loop(takesBatches: Bool) async throws {
    let seed = UInt64(ProcessInfo.processInfo.environment["PODIUM_FAULT_SEED"] ?? "") ?? 1
    var loop = try KillLoop(seed: seed, takesBatches: takesBatches)
    defer { loop.server.stop() }
    while loop.kills < Self.kills { try await loop.round() }
    try await loop.finish()
    let tally = loop.tally()
    var clean = KillLoop.Tally()
    (clean.records, clean.kills) = (tally.records, tally.kills)
    #expect(tally == clean, "seed \(seed)")
    #expect(tally.records > 0)
    if Self.kills > 5 { print("kill loop, \(takesBatches ? "batched" : "direct"): \(tally)") }
  }

  /// The lease of a real sender lasts a minute and a half, so this is left to long runs.
  @Test(.enabled(if: kills > 5), arguments: [true, false])
  func `a sender that is stopped past its lease harms nothing when it goes on`(takesBatches: Bool)
    async throws
  {
    var loop = try KillLoop(seed: 2, takesBatches: takesBatches)
    defer { loop.server.stop() }
    try await loop.stopPastTheLease()
    try await loop.finish()
    let tally = loop.tally()
    #expect(tally.lost + tally.duplicated + tally.half + tally.extra == 0)
    #expect(tally.records > 0)
  }
}
