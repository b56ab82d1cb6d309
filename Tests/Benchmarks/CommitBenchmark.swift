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
    var (samePages, pages) = (Samples("bare commit of as many pages"), Samples("pages"))
    var ids = UUIDv7Sequence()
    var generator = SystemRandomNumberGenerator()
    for ordinal in 1...Self.turns {
      let new = try decision(on: ordinal, in: workspace)
      let id = ids.next(at: Date(), using: &generator)
      let before = logSize
      _ = try judgment.time { try workspace.record(new, rater: "benchmark", id: id, now: Date()) }
      // After a checkpoint the log begins anew.
      if logSize > before { pages.add(Double((logSize - before) / Self.frameSize)) }
      try commit.time { try bare.commitThreeRows() }
      try samePages.time { try bare.commit(pages: Int(pages.values.last ?? 1)) }
      if ordinal.isMultiple(of: 300) { try bare.checkpoint() }
    }
    return [
      Figure(
        name: "commit of a judgment of three runs", unit: "ms", samples: [judgment, commit],
        comparison: Figure.times(judgment, commit, limit: 1.5)),
      Figure(
        name: "commit of a judgment of three runs, page for page", unit: "ms",
        samples: [judgment, samePages],
        comparison: Figure.times(judgment, samePages, limit: 1.5)),
      Figure(name: "pages of a judgment of three runs", unit: "pages", samples: [pages]),
    ]
  }

  /// Of the write-ahead log, in bytes.
  private var logSize: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: folder.path(of: "commit.podium-wal"))
    return attributes?[.size] as? Int ?? 0
  }

  private static let frameSize = 4096 + 24

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
