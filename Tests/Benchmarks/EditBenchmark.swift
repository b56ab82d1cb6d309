import Foundation
import StrictJSON
import TestSupport

/// From a key in the middle of a text of a megabyte to the last byte it paints: Podium's editor beside vim and, where there is
/// one, nano; and in a text of a few lines, which is to cost the same.
struct EditBenchmark {
  let folder: TemporaryFolder

  private struct Editor {
    let name: String
    let arguments: [String]
    /// What leads to the middle, ready to write.
    let way: [String]
  }

  func measure() throws -> [Figure] {
    let long = try sample(bytes: Self.bytes, name: "long")
    let short = try sample(bytes: 2000, name: "short")
    var editors = [
      Editor(
        name: "podium", arguments: [try BuiltPrograms.podium(), "label", long.comparison],
        way: ["e", "\u{06}\(Self.mark)", "\r", "\u{1B}[C"]),
      Editor(
        name: "podium, 2 KB", arguments: [try BuiltPrograms.podium(), "label", short.comparison],
        way: ["e", "\u{06}\(Self.mark)", "\r", "\u{1B}[C"]),
      Editor(
        name: "vim", arguments: ["vim", "-u", "NONE", "-i", "NONE", "-n", long.file],
        way: ["/\(Self.mark)\r", "i"]),
    ]
    if FileManager.default.isExecutableFile(atPath: "/usr/bin/nano") {
      editors.append(
        Editor(name: "nano", arguments: ["nano", long.file], way: ["\u{17}\(Self.mark)\r"]))
    }
    let times = try write(with: editors)
    let name = "key in the middle of 1 MB to paint at 200×60"
    var figures = [
      Figure(name: name, unit: "ms", samples: times, comparison: Figure.times(times[0], times[2], limit: 3)),
      Figure(
        name: name + ", beside 2 KB", unit: "ms", samples: [times[0], times[1]],
        comparison: Figure.times(times[0], times[1], limit: 2)),
    ]
    if times.count > 3 {
      figures.append(
        Figure(
          name: name + ", beside nano", unit: "ms", samples: [times[0], times[3]],
          comparison: Figure.times(times[0], times[3], limit: 1)))
    }
    return figures
  }

  /// In turns, so that what else the machine does touches all alike.
  private func write(with editors: [Editor]) throws -> [Samples] {
    let programs = try editors.map { try TerminalProgram($0.arguments, columns: 200, rows: 60) }
    for (editor, program) in zip(editors, programs) {
      _ = try program.firstPaint(quiet: .milliseconds(800))
      for keys in editor.way { _ = try program.press(keys, quiet: .milliseconds(800)) }
    }
    var times = editors.map { Samples($0.name) }
    for turn in 0..<Self.warmUp + Self.turns {
      for (index, program) in programs.enumerated() {
        let paint = try program.press("x", quiet: .milliseconds(10))
        if turn >= Self.warmUp { times[index].add(paint.last) }
      }
    }
    return times
  }

  private func sample(bytes: Int, name: String) throws -> (comparison: String, file: String) {
    var samples = SampleText(seed: 2)
    let text = samples.text(bytes: bytes / 2) + "\n\n\(Self.mark)\n\n" + samples.text(bytes: bytes / 2)
    let record: JSONValue = [
      "id": "1", "prompt": "?", "candidates": [["text": .string(text)], ["text": .string(text)]],
    ]
    return (
      try folder.write(record.utf8() + [0x0A], to: "\(name).jsonl"),
      try folder.write(text.utf8, to: "\(name).txt")
    )
  }

  private static let bytes = 1_000_000
  private static let mark = "zyzzyva"
  private static let warmUp = 10
  private static let turns = 100
}
