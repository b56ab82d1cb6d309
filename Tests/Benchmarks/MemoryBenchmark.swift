import PreferenceStore
import TestSupport

/// What a workspace of 100,000 comparisons needs in memory while it is judged, beside editors that hold its file.
struct MemoryBenchmark {
  let folder: TemporaryFolder

  func measure() throws -> [Figure] {
    let campaign = SampleCampaign(
      comparisonCount: Self.comparisonCount, runsPerComparison: 2, bytesPerAnswer: 400)
    let input = try campaign.write(to: "memory.jsonl", in: folder)
    let workspace = try Workspace.open(folder.path(of: "memory.podium"))
    _ = try workspace.add(input)
    workspace.close()
    let programs = [
      // Judges, goes on, and looks through the list.
      (
        "podium", [try BuiltPrograms.podium(), "label", workspace.path], ["a", "]", "]", "L", "42", "\u{1B}"]
      ),
      ("vim", ["vim", "-u", "NONE", "-i", "NONE", input], ["G"]),
      ("less", ["less", input], ["G"]),
    ]
    let peaks = try programs.map { name, arguments, keys in
      var samples = Samples(name)
      samples.add(try peak(of: arguments, after: keys))
      return samples
    }
    return [
      Figure(
        name: "peak memory with \(Self.comparisonCount) comparisons", unit: "MB", samples: peaks,
        comparison: Figure.times(peaks[0], peaks[1], limit: 1))
    ]
  }

  private func peak(of arguments: [String], after keys: [String]) throws -> Double {
    let program = try TerminalProgram(arguments, columns: 200, rows: 60)
    _ = try program.firstPaint(quiet: .milliseconds(500))
    for key in keys { _ = try program.press(key, quiet: .milliseconds(300)) }
    return program.peakMegabytes
  }

  private static let comparisonCount = 100_000
}
