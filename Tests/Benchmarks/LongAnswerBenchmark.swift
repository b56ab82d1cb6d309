import TestSupport

/// From the start of the program to two answers of 200 KB on the screen, beside programs that show the same texts.
struct LongAnswerBenchmark {
  let folder: TemporaryFolder

  func measure() throws -> [Figure] {
    let programs = try LongTexts(in: folder).programs
    // The first start makes the workspace.
    _ = try firstPaint(of: programs[0])
    var times = programs.map { Samples($0.name) }
    for _ in 0..<Self.turns {
      for (index, program) in programs.enumerated() { times[index].add(try firstPaint(of: program)) }
    }
    return [
      Figure(
        name: "two answers of \(LongTexts.bytes) bytes to the first screen", unit: "ms", samples: times,
        comparison: Figure.times(times[0], times[2], limit: 1))
    ]
  }

  /// Marks that come later are painted later: they are no part of the first screen.
  private func firstPaint(of program: ScrollingProgram) throws -> Double {
    try TerminalProgram(program.arguments, columns: 200, rows: 60)
      .firstPaint(quiet: .milliseconds(Self.quiet)).last
  }

  private static let turns = 15
  private static let quiet = 150
}
