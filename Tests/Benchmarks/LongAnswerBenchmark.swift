import TestSupport

/// From the start of the program to two answers of 200 KB on the screen, and to their marks, beside programs that show the same
/// texts.
struct LongAnswerBenchmark {
  let folder: TemporaryFolder

  /// What the status line says with the first marks, be they all or not.
  private static let marks = [" alike", "comparing"]

  func measure() throws -> [Figure] {
    let texts = try LongTexts(in: folder)
    let (podium, less, vim) = (try texts.programs[0], try texts.programs[1], try texts.programs[2])
    // The first start makes the workspace.
    _ = try paint(podium)
    var (text, marks, wait) = (Samples("podium"), Samples("podium"), Samples("podium"))
    var (lessText, vimAll) = (Samples(less.name), Samples(vim.name))
    for _ in 0..<Self.turns {
      let paint = try paint(podium)
      let shown = paint.milliseconds(until: texts.beginning)
      text.add(shown)
      wait.add(paint.milliseconds(untilFirstOf: Self.marks) - shown)
      marks.add(paint.last)
      lessText.add(try self.paint(less).last)
      vimAll.add(try self.paint(vim).last)
    }
    let name = "two answers of \(LongTexts.bytes) bytes"
    return [
      Figure(
        name: name + ", to their text", unit: "ms", samples: [text, lessText, vimAll],
        comparison: Figure.times(text, vimAll, limit: 1)),
      Figure(
        name: name + ", from their text to the first marks", unit: "ms", samples: [wait],
        comparison: Figure.most(wait, unit: "ms", limit: 50)),
      Figure(
        name: name + ", to all marks", unit: "ms", samples: [marks, vimAll],
        comparison: Figure.times(marks, vimAll, limit: 1)),
    ]
  }

  private func paint(_ program: ScrollingProgram) throws -> TerminalProgram.Paint {
    try TerminalProgram(program.arguments, columns: 200, rows: 60).firstPaint(
      quiet: .milliseconds(Self.quiet))
  }

  private static let turns = 15
  private static let quiet = 150
}
