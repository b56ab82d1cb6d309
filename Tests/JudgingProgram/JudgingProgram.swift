import Foundation
import Identifiers
import Preference
import PreferenceStore

/// Judges a workspace, and judges it anew, until it is killed. Whatever it prints was saved before.
///
///     JudgingProgram WORKSPACE RATER
@main
enum JudgingProgram {
  static func main() throws {
    let arguments = CommandLine.arguments
    let origin = WorkspaceOrigin(orderSeed: 1, createdAt: Date(), programVersion: "test")
    let workspace = try Workspace(path: arguments[1], createIfMissing: false, origin: origin)
    let total = try workspace.progress(rater: arguments[2]).total
    var ids = UUIDv7Sequence()
    var generator = SystemRandomNumberGenerator()
    for round in 0... {
      let ordinal = round % total + 1
      let comparison = try workspace.comparison(at: ordinal, rater: arguments[2])
      let verdict: Verdict = round.isMultiple(of: 2) ? .allGood : .allBad
      let judgment = try workspace.record(
        NewJudgment(
          ordinal: ordinal, decision: Decision(verdict: verdict, ranking: Ranking()),
          orderShown: comparison.order, elapsedMilliseconds: 1),
        rater: arguments[2], id: ids.next(at: Date(), using: &generator), now: Date())
      try FileHandle.standardOutput.write(contentsOf: Data("\(ordinal) \(judgment.revision)\n".utf8))
      if round % 7 == 6 { _ = try workspace.undo(rater: arguments[2], now: Date()) }
    }
  }
}
