import Preference
import StrictJSON

extension Candidate {
  /// The text that raters see: a structured output with one text in it shows that text, any other shows as JSON.
  var displayText: String {
    switch output {
    case .text(let text): text
    case .structured(let outputs):
      outputs.soleText ?? JSONValue.object(outputs).readableText
    }
  }
}

extension JSONObject {
  fileprivate var soleText: String? {
    guard members.count == 1, case .string(let text) = members[0].value else { return nil }
    return text
  }
}

extension Prompt {
  var displayText: String {
    switch self {
    case .text(let text): text
    case .messages(let messages): messages.map(\.displayText).joined(separator: "\n\n")
    }
  }

  /// What `displayText` ends with: what the runs answer.
  var lastTurn: String {
    switch self {
    case .text(let text): text
    case .messages(let messages): messages.last?.displayText ?? ""
    }
  }
}

extension Prompt.Message {
  fileprivate var displayText: String { "\(role): \(content)" }
}
