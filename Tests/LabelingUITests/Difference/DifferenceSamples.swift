import Preference

@testable import LabelingUI

/// Texts that are alike to a degree, the same with every run.
struct DifferenceSamples {
  private var generator: SplitMix64
  private static let words = """
    the of and a to in is it you that he was for on are sunlight ocean scatter blue red molecule answer because \
    therefore however 42 3.14 don't naïve café 空 青 い は , . : ; ( ) — 👍🏽 e\u{301} über model prefer
    """.split(separator: " ").map(String.init)

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  mutating func text(words count: Int) -> String {
    var text = ""
    for _ in 0..<count {
      text += Self.words.randomElement(using: &generator) ?? ""
      text += separator()
    }
    return text
  }

  /// About so many of a hundred words are left out, put in, or replaced.
  mutating func edited(_ text: String, percent: Int) -> String {
    var edited = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if Int.random(in: 0..<100, using: &generator) >= percent {
        edited += word + " "
        continue
      }
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: break
      case 1: edited += word + " " + (Self.words.randomElement(using: &generator) ?? "") + " "
      default: edited += (Self.words.randomElement(using: &generator) ?? "") + separator()
      }
    }
    return edited
  }

  mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  private mutating func separator() -> String {
    switch Int.random(in: 0..<40, using: &generator) {
    case 0: "\n\n"
    case 1: "\n- "
    case 2: "\n## "
    case 3: "\n```\n"
    case 4: "\r\n"
    default: " "
    }
  }
}

extension RunDifference {
  static func of(_ texts: String..., aid: ReadingAid = .auto, pivot: Int = 0) -> RunDifference? {
    DifferenceEngine.compare(
      DifferenceRequest(texts: texts.map { Array($0.utf8) }, pivot: pivot, aid: aid))
  }
}

extension [DifferenceMark] {
  /// The marked words, for people to read: `changed[cat] onlyHere[very big]`.
  func words(in text: String) -> String {
    let bytes = [UInt8](text.utf8)
    let words = map { mark -> String in
      let marked = String(decoding: bytes[mark.range], as: UTF8.self)
      return "\(mark.kind)[\(marked)]"
    }
    return words.joined(separator: " ")
  }
}
