import StrictJSON
import Terminal

/// Writes a session down, a line for its beginning and one for each message, so that it can be had again.
package struct SessionRecorder {
  private let mask: TextMask
  private let write: ([UInt8]) -> Void

  /// - Parameters:
  ///   - recordsTexts: whether what models and people wrote is recorded as it is; otherwise only its shape.
  ///   - write: appends a line.
  package init(_ model: Model, recordsTexts: Bool, write: @escaping ([UInt8]) -> Void) {
    let start = SessionStart(model, recordsTexts: recordsTexts)
    mask = start.mask
    self.write = write
    append(start.json)
  }

  /// - Parameter isWriting: keys are a text that is being written, and recorded as other texts are.
  package func note(_ message: Message, isWriting: Bool = false) {
    append((isWriting ? masked(message) : message).json(mask))
  }

  private func masked(_ message: Message) -> Message {
    guard case .input(.key(let key), let time) = message, case .character(let scalar) = key.code,
      key.modifiers.isEmpty, let shown = mask(String(scalar)).unicodeScalars.first
    else { return message }
    return .input(.key(Key(.character(shown))), at: time)
  }

  private func append(_ value: JSONValue) { write(value.utf8() + [0x0A]) }
}
