import PreferenceStore
import TestSupport

/// How fast a workspace takes comparisons up.
struct ImportBenchmark {
  let folder: TemporaryFolder

  func measure() throws -> [Figure] {
    let campaign = SampleCampaign(comparisonCount: Self.count, runsPerComparison: 2, bytesPerAnswer: 400)
    let input = try campaign.write(to: "import.jsonl", in: folder)
    var (first, again) = (Samples("new"), Samples("all known"))
    for turn in 0..<Self.turns {
      let workspace = try Workspace.open(folder.path(of: "import-\(turn).podium"))
      defer { workspace.close() }
      for isAgain in [false, true] {
        var time = Samples("")
        _ = try time.time { try workspace.add(input) }
        let rate = Double(Self.count) / time.median * 1000
        if isAgain { again.add(rate) } else { first.add(rate) }
      }
    }
    return [Figure(name: "import", unit: "comparisons/s", samples: [first, again])]
  }

  private static let count = 20_000
  private static let turns = 5
}
