import Preference
import StrictJSON

/// What was changed by corrections, as text that people read and tools apply: unified, line by line, or word by word.
///
/// Texts stand in it as they are; who shows it on a terminal makes them harmless.
package struct CorrectionReport {
  package enum Form: String, Sendable {
    case lines = "diff"
    case words = "word-diff"
  }

  private let form: Form
  private var corrections = 0
  private var judgments = 0
  private var coarse = 0

  package init(_ form: Form) {
    self.form = form
  }

  /// What a judgment corrected, each with a head; nothing if it corrected nothing.
  package mutating func text(for judgment: Judgment, of comparison: Comparison) -> [UInt8] {
    if judgment.remarks.corrections.isEmpty { judgments += 1 }
    var text: [UInt8] = []
    for (candidate, correction) in judgment.remarks.corrections.sorted(by: { $0.key < $1.key }) {
      corrections += 1
      let original = comparison.candidates[candidate]
      let sides = (original.displayText, Candidate(output: correction).displayText)
      let name = Self.headName("\(comparison.id)/\(original.id ?? "candidate \(candidate + 1)")")
      text += Array("--- \(name)\n+++ \(name), corrected by \(Self.headName(judgment.rater))\n".utf8)
      text += form == .lines ? lines(sides) : words(sides)
    }
    return text
  }

  package var sentence: String {
    let start = "\(form.rawValue): " + CountedNoun.text(corrections, "correction", "corrections")
    let without = CountedNoun.text(judgments, "judgment corrects nothing", "judgments correct nothing")
    let loose = CountedNoun.text(coarse, "is", "are")
    return start + (judgments > 0 ? "; \(without)" : "")
      + (coarse > 0 ? "; \(loose) told more coarsely than need be" : "")
  }

  private mutating func lines(_ sides: (String, String)) -> [UInt8] {
    let difference = LineDifference(sides.0, sides.1)
    if difference.isCoarse { coarse += 1 }
    return difference.unified
  }

  private mutating func words(_ sides: (String, String)) -> [UInt8] {
    let difference = WordDifference(sides.0, sides.1)
    if difference.isCoarse { coarse += 1 }
    return difference.marked + (difference.marked.last == 0x0A ? [] : [0x0A])
  }

  /// On one line, without what steers terminals.
  private static func headName(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
