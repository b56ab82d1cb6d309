import Foundation
import TestSupport
import Testing

/// All that can go wrong on the way, each on both paths, with and without edits: the whole way from the workspace's file
/// over sockets to a server that keeps count.
@Suite struct FaultMatrixTests {
  private static let turnstile = Turnstile(width: FaultScale.current.width)

  @Test("No record is lost or doubled, and no group is half there", arguments: FaultCell.chosen)
  func cell(_ cell: FaultCell) async throws {
    let scale = FaultScale.current
    for seed in scale.seeds {
      let outcome = try await Self.turnstile.pass {
        try await FaultRun(cell: cell, seed: seed, scale: scale).outcome()
      }
      try scale.note(cell, seed, outcome)
      #expect(outcome.tally.isClean, "seed \(seed): \(outcome.tally)")
      // What was under way when the server asked may still come.
      #expect(outcome.earlyCount < 16, "seed \(seed): requests while the server had asked for a pause")
      #expect(outcome.strayCount == 0, "seed \(seed): redirects were followed")
      #expect(outcome.floodCount <= 20, "seed \(seed): what was refused did not stop it")
      #expect(outcome.leaks.isEmpty, "seed \(seed): the key was seen")
      #expect(outcome.faultCount > 0 || cell.kind == .nothing, "seed \(seed): nothing went wrong")
    }
  }
}

extension FaultScale {
  fileprivate func note(_ cell: FaultCell, _ seed: UInt64, _ outcome: FaultRun.Outcome) throws {
    guard let report else { return }
    let verdict = outcome.isClean ? "clean" : "NOT CLEAN"
    let line =
      "\(cell.testDescription) | seed \(seed) | \(outcome.tally) | faults \(outcome.faultCount), requests "
      + "\(outcome.requestCount) | \(Int(outcome.seconds * 10)) tenths of a second | \(verdict)\n"
    if !FileManager.default.fileExists(atPath: report) {
      _ = FileManager.default.createFile(atPath: report, contents: nil)
    }
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: report))
    try file.seekToEnd()
    try file.write(contentsOf: Data(line.utf8))
  }
}
