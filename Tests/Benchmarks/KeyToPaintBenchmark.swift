import TestSupport

/// From a key to the last byte it paints: scrolling by a line in two runs side by side, beside `vim -d` on the same two and
/// `less` on one of them; and a thousand keys that come at once.
struct KeyToPaintBenchmark {
  let folder: TemporaryFolder

  func measure() throws -> [Figure] {
    let texts = try LongTexts(in: folder)
    let commands =
      try texts.programs + [
        // What any program on this machine needs to answer a key.
        ScrollingProgram(
          name: "cat", arguments: ["sh", "-c", "stty raw -echo; printf .; exec cat"], key: "j")
      ]
    let (times, _) = try press(commands, columns: 200, rows: 60)
    let (_, sizes) = try press(Array(commands.dropLast()), columns: 180, rows: 50)
    let held = try hold(Array(commands.dropLast()))
    return [
      Figure(
        name: "key to paint at 200×60", unit: "ms", samples: times,
        comparison: Figure.times(times[0], times[1], limit: 2)),
      Figure(
        name: "key to paint at 200×60, both texts", unit: "ms", samples: [times[0], times[2]],
        comparison: Figure.times(times[0], times[2], limit: 1)),
      Figure(
        name: "bytes of a scroll step at 180×50", unit: "B", samples: sizes,
        comparison: Figure.most(sizes[0], unit: "B", limit: 1024)),
      Figure(
        name: "\(Self.heldKeys) keys at once at 200×60", unit: "ms", samples: held,
        comparison: Figure.times(held[0], held[2], limit: 1)),
    ]
  }

  /// Presses the keys in turns, so that what else the machine does touches all alike. Returns times and numbers
  /// of bytes.
  private func press(
    _ commands: [ScrollingProgram], columns: Int, rows: Int
  ) throws -> (times: [Samples], sizes: [Samples]) {
    let programs = try commands.map { try TerminalProgram($0.arguments, columns: columns, rows: rows) }
    for program in programs { _ = try program.firstPaint(quiet: .milliseconds(400)) }
    var times = commands.map { Samples($0.name) }
    var sizes = times
    for turn in 0..<Self.warmUp + Self.turns {
      for (index, program) in programs.enumerated() {
        let paint = try program.press(commands[index].key, quiet: .milliseconds(10))
        guard turn >= Self.warmUp else { continue }
        times[index].add(paint.last)
        sizes[index].add(Double(paint.bytes.count))
      }
    }
    return (times, sizes)
  }

  /// From the first of many keys to the last byte that they paint.
  private func hold(_ commands: [ScrollingProgram]) throws -> [Samples] {
    var times = commands.map { Samples($0.name) }
    for _ in 0..<Self.holds {
      for (index, command) in commands.enumerated() {
        let program = try TerminalProgram(command.arguments, columns: 200, rows: 60)
        _ = try program.firstPaint(quiet: .milliseconds(400))
        let keys = String(repeating: command.key, count: Self.heldKeys)
        times[index].add(try program.press(keys, quiet: .milliseconds(100)).last)
      }
    }
    return times
  }

  private static let warmUp = 20
  private static let turns = 300
  private static let heldKeys = 1000
  private static let holds = 5
}
