import StrictJSON
import TestSupport

/// A program that shows long texts, and the key that scrolls them by a line.
struct ScrollingProgram {
  let name: String
  let arguments: [String]
  let key: String
}

/// Two long runs, as a comparison and as files of their own.
struct LongTexts {
  let comparison: String
  let files: [String]
  /// What the first row of the first text begins with.
  let beginning: String

  init(in folder: TemporaryFolder) throws {
    var samples = SampleText(seed: 1)
    let texts = (0..<2).map { _ in samples.text(bytes: Self.bytes) }
    let comparison: JSONValue = [
      "id": "long", "prompt": "Which one is better?",
      "candidates": .array(texts.map { ["text": .string($0)] }),
    ]
    self.comparison = try folder.write(comparison.utf8() + [0x0A], to: "long.jsonl")
    beginning = String(texts[0].prefix(16))
    files = try texts.enumerated().map { try folder.write($0.element.utf8, to: "long-\($0.offset).txt") }
  }

  /// Podium first, then its peers.
  var programs: [ScrollingProgram] {
    get throws {
      [
        ScrollingProgram(
          name: "podium", arguments: [try BuiltPrograms.podium(), "label", comparison], key: "j"),
        ScrollingProgram(name: "less", arguments: ["less", files[0]], key: "j"),
        // The key that scrolls and does not wait for the cursor to reach an edge.
        ScrollingProgram(
          name: "vim -d", arguments: ["vim", "-u", "NONE", "-i", "NONE", "-d"] + files, key: "\u{05}"),
      ]
    }
  }

  static let bytes = 200_000
}
