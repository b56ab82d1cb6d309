import StrictJSON

/// Corrected texts as training data for supervised fine-tuning: what somebody wrote because no output would do.
///
///     {"prompt": "…", "completion": "…"}
///     {"messages": [{"role": "user", "content": "…"}, {"role": "assistant", "content": "…"}]}
///
/// With conversations, prompt and completion are lists of messages.
package struct SupervisedExport {
  package enum Form: String, Sendable {
    case completion = "sft"
    case messages = "sft-messages"
  }

  private let form: Form
  /// Where nothing was corrected, the output that was preferred to all others goes too.
  private let includesChosen: Bool
  private var corrected = 0
  private var chosen = 0
  private var repeated = 0
  /// Judgments that give no row.
  private var without = 0

  package init(_ form: Form, includesChosen: Bool = false) {
    self.form = form
    self.includesChosen = includesChosen
  }

  /// The rows of one judgment, a line each.
  package mutating func lines(for judgment: Judgment, of comparison: Comparison) -> [UInt8] {
    let corrections = judgment.remarks.corrections.sorted { $0.key < $1.key }.map(\.value.completion)
    var said: Set<ScalarKey> = []
    var lines: [UInt8] = []
    for text in corrections {
      guard said.insert(ScalarKey(text)).inserted else {
        repeated += 1
        continue
      }
      corrected += 1
      lines += line(comparison.prompt, text)
    }
    if corrections.isEmpty {
      if includesChosen, let best = Self.best(in: judgment) {
        chosen += 1
        lines += line(comparison.prompt, comparison.candidates[best].output.completion)
      } else {
        without += 1
      }
    }
    return lines
  }

  /// Such as `sft: 12 corrected texts; not exported: 88 judgments without a correction`.
  package var sentence: String {
    var parts = [CountedNoun.text(corrected, "corrected text", "corrected texts")]
    if includesChosen { parts.append(CountedNoun.text(chosen, "chosen output", "chosen outputs")) }
    let reason = includesChosen ? "a correction or one best run" : "a correction"
    let losses = [
      (without, "judgment without \(reason)", "judgments without \(reason)"),
      (repeated, "correction said twice", "corrections said twice"),
    ].filter { $0.0 > 0 }.map(CountedNoun.text)
    return "\(form.rawValue): " + parts.joined(separator: ", ")
      + (losses.isEmpty ? "" : "; not exported: " + losses.joined(separator: ", "))
  }

  private static func best(in judgment: Judgment) -> Int? {
    guard judgment.verdict == .ranked, let first = judgment.ranking.tiers.first, first.count == 1 else {
      return nil
    }
    return first[0]
  }

  private func line(_ prompt: Prompt, _ text: String) -> [UInt8] {
    var row = JSONObject()
    switch form {
    case .completion:
      row["prompt"] = prompt.json
      row["completion"] = prompt.completion(text)
    case .messages:
      let asked =
        switch prompt {
        case .text(let text): [Prompt.Message(role: "user", content: text)]
        case .messages(let messages): messages
        }
      row["messages"] = .array((asked + [.init(role: "assistant", content: text)]).map(\.json))
    }
    return JSONValue.object(row).utf8() + [0x0A]
  }
}
