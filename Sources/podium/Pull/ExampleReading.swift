import Preference
import StrictJSON

/// Inputs and outputs of an example as raters read them.
enum ExampleReading {
  /// One text shows as that text, messages as a conversation, all else as JSON.
  static func prompt(from inputs: JSONObject) -> Prompt {
    if let text = soleText(in: inputs) { return .text(text) }
    return conversation(in: inputs).map(Prompt.messages) ?? .text(JSONValue.object(inputs).readableText)
  }

  /// `nil` where there are no outputs to refer to.
  static func reference(from outputs: JSONObject?) -> String? {
    guard let outputs, !outputs.isEmpty else { return nil }
    return soleText(in: outputs) ?? JSONValue.object(outputs).readableText
  }

  private static func soleText(in object: JSONObject) -> String? {
    object.members.count == 1 ? object.members[0].value.string : nil
  }

  /// What stands beside the messages is part of what the models were given, and comes first.
  private static func conversation(in inputs: JSONObject) -> [Prompt.Message]? {
    let key = inputs.members.count == 1 ? inputs.members[0].key : "messages"
    guard let value = inputs[key], let messages = MessageReading.messages(in: value) else { return nil }
    var others = inputs
    others[key] = nil
    guard !others.isEmpty else { return messages }
    return [Prompt.Message(role: "inputs", content: JSONValue.object(others).readableText)] + messages
  }
}
