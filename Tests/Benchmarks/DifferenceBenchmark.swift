import Foundation
import LabelingUI
import Preference
import TestSupport

/// The comparison of two long texts, word by word, beside what git and Python take for it as whole programs.
struct DifferenceBenchmark {
  let folder: TemporaryFolder

  func measure() throws -> [Figure] {
    var source = SampleText(seed: 1)
    let text = source.text(bytes: Self.bytes)
    var unrelated = SampleText(seed: 2)
    let pairs = [
      ("5 % edited", edited(text, every: 48)), ("30 % edited", edited(text, every: 8)),
      ("unrelated", unrelated.text(bytes: Self.bytes)),
    ]
    return try pairs.map { try measure($0.0, text, $0.1) } + pairs.map { marks($0.0, text, $0.1) }
  }

  private func measure(_ name: String, _ left: String, _ right: String) throws -> Figure {
    let texts = [left, right]
    let files = try texts.enumerated().map {
      try folder.write($0.element.utf8, to: "difference-\($0.offset).txt")
    }
    let request = DifferenceRequest(texts: texts.map { Array($0.utf8) }, aid: .words)
    var (podium, git, difflib) = (Samples("podium"), Samples("git diff --word-diff"), Samples("difflib"))
    for _ in 0..<Self.turns {
      _ = podium.time { DifferenceEngine.compare(request) }
      try git.time {
        try run(["git", "diff", "--no-index", "-U999999", "--word-diff=porcelain"] + files)
      }
      try difflib.time { try run(["python3", "-c", Self.script] + files) }
    }
    return Figure(
      name: "words that differ in two texts of \(Self.bytes) bytes, \(name)", unit: "ms",
      samples: [podium, git, difflib], comparison: Figure.times(podium, git, limit: 1))
  }

  /// What the compare screen waits for: the first marks, and all of them.
  private func marks(_ name: String, _ left: String, _ right: String) -> Figure {
    let request = DifferenceRequest(texts: [left, right].map { Array($0.utf8) })
    var (first, all) = (Samples("first"), Samples("all"))
    for _ in 0..<Self.turns {
      let start = ContinuousClock.now
      var reported: Double?
      _ = DifferenceEngine.compare(request) { _ in reported = reported ?? start.millisecondsToNow }
      all.add(start.millisecondsToNow)
      first.add(reported ?? start.millisecondsToNow)
    }
    return Figure(
      name: "marks in two texts of \(Self.bytes) bytes, \(name)", unit: "ms", samples: [first, all],
      comparison: Figure.most(first, unit: "ms", limit: 50))
  }

  /// About one stretch of words in so many is replaced, left out, or grows: with 8, three words of ten.
  private func edited(_ text: String, every distance: Int) -> String {
    var generator = SplitMix64(seed: 2)
    var isEditing = false
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      if Int.random(in: 0..<(isEditing ? 3 : distance), using: &generator) == 0 { isEditing.toggle() }
      guard isEditing else { return String(word) }
      return ["", "other", "\(word) more"].randomElement(using: &generator) ?? ""
    }.joined(separator: " ")
  }

  private func run(_ command: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  private static let bytes = 200_000
  private static let turns = 7
  private static let script = """
    import difflib, sys
    a, b = (open(name, encoding="utf-8").read().split() for name in sys.argv[1:])
    list(difflib.SequenceMatcher(None, a, b).get_opcodes())
    """
}
