import Foundation
import GRDB
import Synchronization
import Testing

@testable import FeedbackSubmission

/// Random work against random faults: edits, undos, lost and late requests, killed senders. In the end the
/// server has exactly what was wanted, each record once.
@Suite struct DeliveryModelTests {
  @Test("In the end the server has what was wanted", arguments: 1...32)
  func converges(seed: UInt64) async throws {
    var world = try World(seed: seed)
    for _ in 1...12 {
      try world.edit()
      try await world.deliver()
    }
    try await world.finish()
    for (group, scores) in world.wanted {
      #expect(world.fixture.server.scores(ofGroup: group) == scores, "seed \(seed)")
    }
    let wantedRecords = world.wanted.values.reduce(0) { $0 + $1.count }
    #expect(world.fixture.server.stored.count == wantedRecords, "seed \(seed)")
    #expect(try world.fixture.counts().waiting == 0)
    #expect(try world.fixture.counts().dead == 0)
  }
}

private struct World {
  let fixture: SubmitterFixture
  private let dice: Dice
  /// What each group should be, by run.
  private(set) var wanted: [UUID: [UUID: String]] = [:]

  init(seed: UInt64) throws {
    let dice = Dice(seed: seed)
    self.dice = dice
    // Every other world has a server that takes batches and stores them late.
    fixture = try SubmitterFixture(
      server: FakeServer(batchLimit: seed.isMultiple(of: 2) ? 4 : 1, ingestion: .seconds(3)) {
        dice.fault(of: $0)
      })
  }

  /// A few judgments are made, changed or undone.
  mutating func edit() throws {
    for _ in 0..<dice.roll(4) {
      let id = UUID.group(dice.roll(5))
      if dice.roll(4) == 0 {
        try fixture.retract(id)
        wanted[id] = [:]
      } else {
        let scores = (0..<(1 + dice.roll(3))).map { _ in Double(dice.roll(3)) / 2 }
        try fixture.set(.ranked(scores, id: id))
        wanted[id] = Dictionary(uniqueKeysWithValues: scores.enumerated().map { (.run($0 + 1), "\($1)") })
      }
    }
  }

  /// Some of it is delivered, or a sender claims it and dies; some requests arrive late.
  func deliver() async throws {
    if dice.roll(3) == 0 { try await dieWhileSending() }
    _ = try await fixture.submitter(owner: .current).drain(patience: .seconds(dice.roll(40)))
  }

  /// Nothing fails any more.
  func finish() async throws {
    dice.stopFaults()
    _ = try await fixture.submitter().drain()
    fixture.server.landAll()
  }

  private func dieWhileSending() async throws {
    for group in try fixture.claimAndDie().groups {
      for record in group.records where dice.roll(2) == 0 {
        _ = await fixture.server.perform(record.operation)
      }
    }
  }
}

/// Reproducible luck.
private final class Dice: Sendable {
  private let state: Mutex<(seed: UInt64, isFaulty: Bool)>

  init(seed: UInt64) {
    state = Mutex((seed, true))
  }

  func roll(_ sides: Int) -> Int {
    state.withLock { state in
      // SplitMix64
      state.seed &+= 0x9e37_79b9_7f4a_7c15
      var bits = state.seed
      bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
      bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
      return Int((bits ^ (bits >> 31)) % UInt64(sides))
    }
  }

  func stopFaults() {
    state.withLock { $0.isFaulty = false }
  }

  func fault(of operation: FeedbackOperation) -> FakeServer.Fault? {
    guard state.withLock({ $0.isFaulty }) else { return nil }
    switch roll(20) {
    case 0: return .status(500)
    case 1: return .status(503)
    case 2: return .refuseConnection
    case 3, 4: return .loseAnswer
    case 5: return .loseRequest
    case 6, 7: return .delay(.seconds(roll(60)))
    case 8:
      // The run is not there yet. To any other operation it would be a lie.
      if case .create = operation { return .status(404) }
      return nil
    case 9: return .answer(FeedbackAnswer(status: 200, body: Array("<html>".utf8)))
    default: return nil
    }
  }
}
