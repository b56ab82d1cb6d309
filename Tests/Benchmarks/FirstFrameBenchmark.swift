import PreferenceStore
import TestSupport

/// From the start of the program to the first comparison of a large workspace on the screen.
struct FirstFrameBenchmark {
  let folder: TemporaryFolder

  func measure() throws -> [Figure] {
    let podium = try BuiltPrograms.podium()
    let workspace = try makeWorkspace()
    var (version, byte, frame) = (Samples("podium --version"), Samples("first byte"), Samples("first frame"))
    for _ in 0..<Self.turns {
      version.add(try firstPaint(of: [podium, "--version"], showing: ".").last)
      let paint = try firstPaint(of: [podium, "label", workspace], showing: "1/\(Self.comparisonCount)")
      byte.add(paint.first)
      frame.add(paint.last)
    }
    let comparison = Figure.difference(frame, version, unit: "ms", limit: 60)
    return [
      Figure(
        name: "first frame of \(Self.comparisonCount) comparisons", unit: "ms",
        samples: [frame, byte, version], comparison: comparison)
    ]
  }

  private func makeWorkspace() throws -> String {
    let campaign = SampleCampaign(
      comparisonCount: Self.comparisonCount, runsPerComparison: 2, bytesPerAnswer: 400)
    let input = try campaign.write(to: "first-frame.jsonl", in: folder)
    let workspace = try Workspace.open(folder.path(of: "first-frame.podium"))
    defer { workspace.close() }
    _ = try workspace.add(input)
    return workspace.path
  }

  private func firstPaint(of arguments: [String], showing text: String) throws -> TerminalProgram.Paint {
    let program = try TerminalProgram(arguments, columns: 200, rows: 60)
    let paint = try program.firstPaint(quiet: .milliseconds(150))
    guard String(decoding: paint.bytes, as: UTF8.self).contains(text) else {
      throw TerminalProgram.Failure(description: "\(arguments): expected \(text) on the screen")
    }
    return paint
  }

  private static let comparisonCount = 100_000
  private static let turns = 30
}
