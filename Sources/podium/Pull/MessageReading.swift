import Preference
import StrictJSON

/// Messages of a conversation, in the forms in which they are found in LangSmith.
enum MessageReading {
  /// `nil` unless the value is a list of nothing but messages.
  static func messages(in value: JSONValue) -> [Prompt.Message]? {
    guard let elements = value.array, let first = elements.first else { return nil }
    // A batch of one conversation.
    if elements.count == 1, let batch = first.array, batch.first?.object != nil { return messages(in: first) }
    var messages: [Prompt.Message] = []
    for element in elements {
      guard let message = message(element) else { return nil }
      messages.append(message)
    }
    return messages
  }

  private static func message(_ value: JSONValue) -> Prompt.Message? {
    switch value {
    case .object(let object): message(object)
    case .array(let pair):
      // `["human", "Hi"]`
      if pair.count == 2, let role = pair[0].string, let text = pair[1].string {
        make(role: role, text: text)
      } else {
        nil
      }
    default: nil
    }
  }

  private static func message(_ object: JSONObject) -> Prompt.Message? {
    // LangChain writes objects by the name of their class, `["langchain", "schema", "messages", "HumanMessage"]`.
    if let content = object["kwargs"]?.object, let name = object["id"]?.array?.last?.string {
      return make(role: name.replacing(/Message(Chunk)?$/, with: ""), content: content)
    }
    guard let role = object["role"]?.string ?? object["type"]?.string else { return nil }
    return make(role: role, content: object["data"]?.object ?? object)
  }

  private static func make(role: String, content: JSONObject) -> Prompt.Message? {
    guard let value = content["content"], let text = text(of: value) else { return nil }
    guard let calls = content["tool_calls"]?.array, !calls.isEmpty else {
      return make(role: role, text: text)
    }
    let written = JSONValue.array(calls).readableText
    return make(role: role, text: text.isEmpty ? written : "\(text)\n\n\(written)")
  }

  private static func make(role: String, text: String) -> Prompt.Message? {
    role.isEmpty ? nil : Prompt.Message(role: roles[role.lowercased()] ?? role, content: text)
  }

  private static let roles = ["human": "user", "ai": "assistant", "system": "system", "tool": "tool"]

  /// Text, or parts of which those that are no text are shown as they are.
  private static func text(of content: JSONValue) -> String? {
    switch content {
    case .null: ""
    case .string(let text): text
    case .array(let parts): parts.map(text(ofPart:)).joined(separator: "\n")
    default: nil
    }
  }

  private static func text(ofPart part: JSONValue) -> String {
    if let text = part.string { return text }
    if let object = part.object, object["type"]?.string == "text", let text = object["text"]?.string {
      return text
    }
    return part.readableText
  }
}
