/// Bytes that are not decoded yet. An eight-bit control at their front is spelled out as ESC and a letter, so that all that read
/// them know but one spelling.
struct PendingInput: Sendable {
  private(set) var bytes: [UInt8]
  /// How the terminal spelled it, if it was one.
  private(set) var control: EightBitControl?

  init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
    spellOutControl()
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// Whether they are a control that introduces nothing so far.
  var isLoneControl: Bool { control != nil && bytes.count == 2 }

  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
    spellOutControl()
  }

  mutating func removeFirst(_ count: Int) {
    self = PendingInput(Array(bytes.dropFirst(count)))
  }

  private mutating func spellOutControl() {
    guard let found = EightBitControl(at: bytes[...]) else { return }
    bytes.replaceSubrange(..<found.bytes.count, with: [SequenceReader.escape, found.letter])
    control = found
  }
}
