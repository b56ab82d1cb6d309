import StrictJSON

/// One thing that the doctor looked at.
struct Finding: Equatable {
  enum Weight: String {
    case fine = "ok"
    /// Works, and may not be what was meant.
    case note
    /// Something will not work until a person acts.
    case problem
  }

  let subject: String
  let weight: Weight
  let words: String
  /// What to do.
  let advice: String?

  static func fine(_ subject: String, _ words: String) -> Finding {
    Finding(subject: subject, weight: .fine, words: words, advice: nil)
  }

  static func note(_ subject: String, _ words: String, advice: String) -> Finding {
    Finding(subject: subject, weight: .note, words: words, advice: advice)
  }

  static func problem(_ subject: String, _ words: String, advice: String) -> Finding {
    Finding(subject: subject, weight: .problem, words: words, advice: advice)
  }

  /// `problem  key         LANGSMITH_API_KEY is not set`, and the advice below it.
  var lines: [String] {
    let columns = [(weight.rawValue, 9), (subject, 14)]
    let start = columns.map { text, width in
      text + String(repeating: " ", count: max(1, width - text.utf8.count))
    }
    let indent = String(repeating: " ", count: 23)
    return [start.joined() + words] + (advice.map { [indent + "→ " + $0] } ?? [])
  }

  var json: JSONValue {
    [
      "subject": .string(subject), "weight": .string(weight.rawValue), "words": .string(words),
      "advice": advice.map(JSONValue.string) ?? .null,
    ]
  }
}
