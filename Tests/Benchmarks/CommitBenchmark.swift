import Foundation
import Identifiers
import Preference
import PreferenceStore
import TestSupport

/// A judgment with its feedback on the disk, beside the least that a commit costs there.
struct CommitBenchmark {
  let folder: TemporaryFolder

  func measure() throws -> [Figure] {
    let workspace = try makeWorkspace()
    defer { workspace.close() }
    let bare = try BareDatabase(path: folder.path(of: "bare.sqlite"))
    var (judgment, commit) = (Samples("judgment"), Samples("bare commit"))
    var ids = UUIDv7Sequence()
    var generator = SystemRandomNumberGenerator()
    for ordinal in 1...Self.turns {
      let new = try decision(on: ordinal, in: workspace)
      let id = ids.next(at: Date(), using: &generator)
      _ = try judgment.time { try workspace.record(new, rater: "benchmark", id: id, now: Date()) }
      try commit.time { try bare.commitThreeRows() }
      if ordinal.isMultiple(of: 300) { try bare.checkpoint() }
    }
    return [
      Figure(
        name: "commit of a judgment of three runs", unit: "ms", samples: [judgment, commit],
        comparison: Figure.times(judgment, commit, limit: 1.5))
    ]
  }

  private func makeWorkspace() throws -> Workspace {
    let campaign = SampleCampaign(comparisonCount: Self.turns, runsPerComparison: 3, bytesPerAnswer: 400)
    let input = try campaign.write(to: "commit.jsonl", in: folder)
    let workspace = try Workspace.open(folder.path(of: "commit.podium"))
    _ = try workspace.add(input)
    return workspace
  }

  private func decision(on ordinal: Int, in workspace: Workspace) throws -> NewJudgment {
    let order = try workspace.comparison(at: ordinal, rater: "benchmark").order
    var ranking = Ranking()
    order.forEach { ranking.place($0) }
    return NewJudgment(
      ordinal: ordinal, decision: Decision(verdict: .ranked, ranking: ranking), orderShown: order,
      elapsedMilliseconds: 1)
  }

  private static let turns = 1000
}
