import StrictJSON
import TestSupport

/// From a key to the last byte it paints: scrolling by a line in two runs side by side, beside `less` on one of
/// them.
struct KeyToPaintBenchmark {
  let folder: TemporaryFolder

  func measure() throws -> [Figure] {
    let (comparison, text) = try writeTexts()
    let commands = [
      ("podium", [try BuiltPrograms.podium(), "label", comparison]),
      ("less", ["less", text]),
      // What any program on this machine needs to answer a key.
      ("cat", ["sh", "-c", "stty raw -echo; printf .; exec cat"]),
    ]
    let (times, _) = try press(commands, columns: 200, rows: 60)
    let (_, sizes) = try press(Array(commands.dropLast()), columns: 180, rows: 50)
    return [
      Figure(
        name: "key to paint at 200×60", unit: "ms", samples: times,
        comparison: Figure.times(times[0], times[1], limit: 2)),
      Figure(
        name: "bytes of a scroll step at 180×50", unit: "B", samples: sizes,
        comparison: Figure.most(sizes[0], unit: "B", limit: 1024)),
    ]
  }

  /// Presses the keys in turns, so that what else the machine does touches all alike. Returns times and numbers
  /// of bytes.
  private func press(
    _ commands: [(name: String, arguments: [String])], columns: Int, rows: Int
  ) throws -> (times: [Samples], sizes: [Samples]) {
    let programs = try commands.map { try TerminalProgram($0.arguments, columns: columns, rows: rows) }
    for program in programs { _ = try program.firstPaint(quiet: .milliseconds(400)) }
    var times = commands.map { Samples($0.name) }
    var sizes = times
    for turn in 0..<Self.warmUp + Self.turns {
      for (index, program) in programs.enumerated() {
        let paint = try program.press("j", quiet: .milliseconds(10))
        guard turn >= Self.warmUp else { continue }
        times[index].add(paint.last)
        sizes[index].add(Double(paint.bytes.count))
      }
    }
    return (times, sizes)
  }

  /// A comparison of two long runs, and the first of them alone.
  private func writeTexts() throws -> (comparison: String, text: String) {
    var samples = SampleText(seed: 1)
    let texts = (0..<2).map { _ in samples.text(bytes: 200_000) }
    let comparison: JSONValue = [
      "id": "long", "prompt": "Which one is better?",
      "candidates": .array(texts.map { ["text": .string($0)] }),
    ]
    return (
      try folder.write(comparison.utf8() + [0x0A], to: "key-to-paint.jsonl"),
      try folder.write(texts[0].utf8, to: "key-to-paint.txt")
    )
  }

  private static let warmUp = 20
  private static let turns = 300
}
