/// Says what the bytes at the front are. It knows nothing of what came before, so where reads split the bytes does not
/// matter.
struct SequenceReader {
  enum Reading: Equatable {
    case incomplete
    /// The first bytes mean this event; `nil` means none: they are swallowed.
    case event(InputEvent?, length: Int)
    /// The first bytes are an answer of the terminal.
    case report(TerminalReport, length: Int)
    /// All the bytes are the beginning of a paste.
    case paste
    /// The first bytes introduce a string that no key sends.
    case string(length: Int)
    /// All the bytes are the beginning of a control sequence that no key sends.
    case longSequence
  }

  /// For how long nothing has followed the bytes.
  enum Silence {
    case none
    /// So long that a lone ESC is the escape key. What begins an answer or a character may still go on, where a slow
    /// line split it.
    case short
    /// Nothing more comes: what could be a key is one.
    case long
  }

  let bytes: ArraySlice<UInt8>
  let table: KeySequenceTable
  let silence: Silence

  static let escape: UInt8 = 0x1B

  func read() -> Reading {
    switch silence == .none ? table.match(bytes) : table.longestKey(bytes) {
    case .partial: return .incomplete
    case .key(let key, let length): return .event(.key(key), length: length)
    case .none: break
    }
    guard let first = bytes.first else { return .incomplete }
    return first == SequenceReader.escape ? readEscape() : readCharacter()
  }

  /// The byte at a distance from the first one.
  private func byte(_ distance: Int) -> UInt8? {
    distance < bytes.count ? bytes[bytes.startIndex + distance] : nil
  }

  private var rest: SequenceReader {
    SequenceReader(bytes: bytes.dropFirst(), table: table, silence: silence)
  }

  private func key(_ key: Key, _ length: Int) -> Reading { .event(.key(key), length: length) }

  private func readCharacter() -> Reading {
    switch UTF8Reading.read(bytes, isFinal: silence == .long) {
    case .incomplete: .incomplete
    case .scalar(let scalar, let length): key(Key(typed: scalar), length)
    }
  }

  private func readEscape() -> Reading {
    guard let second = byte(1) else { return loneEscape }
    switch second {
    case SequenceReader.escape: return readTwoEscapes()
    case UInt8(ascii: "["): return readControlSequence()
    case UInt8(ascii: "O"): return readSingleShift()
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      if bytes.count > 2 { return .string(length: 2) }
      return loneIntroducer
    default: return altCharacter()
    }
  }

  private var loneEscape: Reading { silence == .none ? .incomplete : key(Key(.escape), 1) }

  /// The beginning of an answer, or a key that somebody typed with alt.
  private var loneIntroducer: Reading { silence == .long ? altCharacter() : .incomplete }

  private func altCharacter() -> Reading {
    EightBitControl(at: rest.bytes) == nil ? rest.readCharacter().addingAlt() : key(Key(.escape), 1)
  }

  /// Some terminals send ESC before the sequence of a key that alt is held with; else the first ESC is a key.
  private func readTwoEscapes() -> Reading {
    guard let third = byte(2) else { return loneEscape }
    guard third == UInt8(ascii: "[") || third == UInt8(ascii: "O") else { return key(Key(.escape), 1) }
    switch rest.read() {
    case .incomplete: return loneEscape
    case .event(.key(let key), let length) where length > 2:
      return Reading.event(.key(key), length: length).addingAlt()
    default: return key(Key(.escape), 1)
    }
  }

  private func readSingleShift() -> Reading {
    guard bytes.count > 2 else { return loneIntroducer }
    let parameters = bytes.dropFirst(2).prefix { ControlSequence.isParameter($0) }
    guard parameters.count < ControlSequence.lengthLimit else { return .longSequence }
    let length = parameters.count + 3
    guard let final = byte(length - 1) else { return .incomplete }
    if SingleShift.isFinal(final) {
      return .event(SingleShift(parameters: parameters, final: final).key.map { .key($0) }, length: length)
    }
    return parameters.isEmpty ? altCharacter() : .event(nil, length: length - 1)
  }

  private func readControlSequence() -> Reading {
    guard let third = byte(2) else { return loneIntroducer }
    if third == UInt8(ascii: "M") { return readLegacyMouse() }
    if third == UInt8(ascii: "[") { return readConsoleKey() }
    switch ControlSequence.read(bytes) {
    case .incomplete: return .incomplete
    case .tooLong: return .longSequence
    case .broken(let length): return .event(nil, length: length)
    case .sequence(let sequence, _) where sequence.isPasteStart: return .paste
    case .sequence(let sequence, let length):
      if let report = sequence.report { return .report(report, length: length) }
      return .event(sequence.event, length: length)
    }
  }

  /// `ESC [ M` and three bytes: button, column and row, each 32 more than it says.
  private func readLegacyMouse() -> Reading {
    var numbers: [Int] = []
    for distance in 3...5 {
      guard let byte = byte(distance) else { return .incomplete }
      guard byte >= 32 else { return .event(nil, length: distance) }
      numbers.append(Int(byte) - 32)
    }
    let report = MouseReport(legacyButton: numbers[0], column: numbers[1], row: numbers[2])
    return .event(report.event.map { .mouse($0) }, length: 6)
  }

  /// The Linux console's F1 to F5: `ESC [ [ A`
  private func readConsoleKey() -> Reading {
    guard let final = byte(3) else { return .incomplete }
    guard (0x41...0x45).contains(final) else { return .event(nil, length: 3) }
    return key(Key(.function(Int(final) - 0x40)), 4)
  }
}

extension SequenceReader.Reading {
  /// The same key with alt, one byte longer.
  fileprivate func addingAlt() -> Self {
    guard case .event(.key(let key), let length) = self else { return self }
    return .event(.key(Key(key.code, modifiers: key.modifiers.union(.alt))), length: length + 1)
  }
}
