import StrictJSON

// Answers as training data has them.

extension Prompt {
  /// An answer in the form that goes with the prompt.
  func completion(_ answer: String) -> JSONValue {
    switch self {
    case .text: .string(answer)
    case .messages: [Message(role: "assistant", content: answer).json]
    }
  }
}

extension Candidate.Output {
  /// What raters judged: a text, or the one text of structured outputs; others as compact JSON.
  var completion: String {
    switch self {
    case .text(let text): text
    case .structured(let outputs): outputs.soleText ?? JSONValue.object(outputs).text()
    }
  }
}

extension JSONObject {
  fileprivate var soleText: String? { members.count == 1 ? members[0].value.string : nil }
}
