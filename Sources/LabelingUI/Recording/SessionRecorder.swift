import StrictJSON

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

  package func note(_ message: Message) { append(message.json(mask)) }

  private func append(_ value: JSONValue) { write(value.utf8() + [0x0A]) }
}
