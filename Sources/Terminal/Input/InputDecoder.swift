/// Turns the bytes of a terminal into events; keeps an unfinished sequence between two calls.
///
/// What terminals answer without being asked, or too late, is swallowed whole: no part of an answer becomes a key. Nor
/// does any part of a bracketed paste.
package struct InputDecoder: Sendable {
  private enum Mode {
    case keys
    /// Inside a string (OSC, DCS, APC, PM, SOS), of which nothing is kept.
    case string(afterEscape: Bool)
    /// Inside a control sequence too long to be one of a key, of which nothing is kept.
    case longSequence
    case paste
  }

  private let table: KeySequenceTable
  private var mode = Mode.keys
  private var pending: [UInt8] = []
  private var paste: PasteCollector
  /// How often `finish` was called since the last byte.
  private var silences = 0
  /// How many of them give up an unfinished answer: half a second of silence. Slow lines split answers, and the rest of
  /// one must not become keys.
  static let patience = 20
  /// The same for a paste, whose keys would do harm: two seconds. Without an end the keyboard would be dead.
  static let pastePatience = 80

  private var patience: Int {
    if case .paste = mode { InputDecoder.pastePatience } else { InputDecoder.patience }
  }

  /// - Parameters:
  ///   - keySequences: what this terminal sends for its keys, beyond what most of them do.
  ///   - pasteLimit: the bytes of a paste that are kept.
  package init(keySequences: [[UInt8]: Key] = [:], pasteLimit: Int = 8 << 20) {
    table = KeySequenceTable(keySequences)
    paste = PasteCollector(limit: pasteLimit)
  }

  /// Events that the bytes complete.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [InputEvent] { decode(Array(bytes)) }

  package mutating func decode(_ bytes: [UInt8]) -> [InputEvent] {
    var events: [InputEvent] = []
    for byte in bytes {
      take(byte, into: &events)
      silences = 0
    }
    return events
  }

  /// Whether an unfinished sequence waits. If nothing comes within 25 ms, call `finish`.
  package var isWaiting: Bool {
    switch mode {
    case .keys: !pending.isEmpty
    case .string, .longSequence, .paste: true
    }
  }

  /// Nothing more came: what waits is what it looks like, so a lone ESC is the escape key. An unfinished answer waits on
  /// for half a second, an unfinished paste for two: call again every 25 ms for as long as `isWaiting` says.
  package mutating func finish() -> [InputEvent] {
    guard isWaiting else { return [] }
    var events: [InputEvent] = []
    if case .keys = mode { readPending(isFinal: true, into: &events) }
    silences += 1
    if silences >= patience {
      if case .paste = mode { events.append(.paste(paste.giveUp())) }
      pending = []
      mode = .keys
    }
    return events
  }

  private mutating func take(_ byte: UInt8, into events: inout [InputEvent]) {
    switch mode {
    case .keys where pending.isEmpty && (0x20..<0x7F).contains(byte):
      // No key's sequence begins with it, so it is what it is.
      events.append(.key(Key(typed: Unicode.Scalar(byte))))
    case .keys:
      pending.append(byte)
      readPending(isFinal: false, into: &events)
    case .string(let afterEscape):
      takeInString(byte, afterEscape: afterEscape, into: &events)
    case .longSequence:
      takeInLongSequence(byte, into: &events)
    case .paste:
      guard let text = paste.take(byte) else { return }
      events.append(.paste(text))
      mode = .keys
    }
  }

  private mutating func readPending(isFinal: Bool, into events: inout [InputEvent]) {
    while !pending.isEmpty {
      switch SequenceReader(bytes: pending[...], table: table, isFinal: isFinal).read() {
      case .incomplete: return
      case .event(let event, let length):
        if let event { events.append(event) }
        pending.removeFirst(length)
      case .paste: enter(.paste, into: &events)
      case .string(let length): enter(.string(afterEscape: false), after: length, into: &events)
      case .longSequence: enter(.longSequence, into: &events)
      }
    }
  }

  private mutating func enter(_ mode: Mode, after length: Int? = nil, into events: inout [InputEvent]) {
    let rest = pending.dropFirst(length ?? pending.count)
    pending = []
    self.mode = mode
    for byte in rest { take(byte, into: &events) }
  }

  /// Strings end with ST, BEL or a cancellation. An ESC that begins no ST begins the next sequence.
  private mutating func takeInString(_ byte: UInt8, afterEscape: Bool, into events: inout [InputEvent]) {
    switch byte {
    case 0x5C where afterEscape: mode = .keys
    case 0x1B where !afterEscape: mode = .string(afterEscape: true)
    case _ where afterEscape:
      mode = .keys
      take(0x1B, into: &events)
      take(byte, into: &events)
    case 0x07, 0x18, 0x1A: mode = .keys
    default: break
    }
  }

  private mutating func takeInLongSequence(_ byte: UInt8, into events: inout [InputEvent]) {
    if ControlSequence.isInside(byte) { return }
    mode = .keys
    if !ControlSequence.isFinal(byte) { take(byte, into: &events) }
  }
}
