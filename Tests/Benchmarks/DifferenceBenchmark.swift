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
    let texts = [text, edited(text)]
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
    return [
      Figure(
        name: "words that differ in two texts of \(Self.bytes) bytes", unit: "ms",
        samples: [podium, git, difflib], comparison: Figure.times(podium, git, limit: 1))
    ]
  }

  /// Three words of ten are replaced, left out, or put in, some in a row.
  private func edited(_ text: String) -> String {
    var generator = SplitMix64(seed: 2)
    var isEditing = false
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      if Int.random(in: 0..<(isEditing ? 3 : 8), using: &generator) == 0 { isEditing.toggle() }
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
  private static let turns = 15
  private static let script = """
    import difflib, sys
    a, b = (open(name, encoding="utf-8").read().split() for name in sys.argv[1:])
    list(difflib.SequenceMatcher(None, a, b).get_opcodes())
    """
}
