/// Turns the bytes of a terminal into events; keeps an unfinished sequence between two calls.
///
/// What terminals answer, asked or not, in time or too late, is swallowed whole: no part of an answer becomes a key. Nor
/// does any part of a bracketed paste. Answers that say something are kept apart, for `takeReports`.
package struct InputDecoder: Sendable {
  private enum Mode {
    case keys
    /// Inside a string (OSC, DCS, APC, PM, SOS).
    case string(StringReport)
    /// Inside a control sequence too long to be one of a key, of which nothing is kept.
    case longSequence
    case paste
  }

  private let table: KeySequenceTable
  private var mode = Mode.keys
  private var pending = PendingInput()
  private var paste: PasteCollector
  /// The last event was the escape key, by silence.
  private var isAfterEscape = false
  /// How often `finish` was called since the last byte.
  private var silences = 0
  /// How many of them give up an unfinished answer: half a second of silence. Slow lines split answers, and the rest of
  /// one must not become keys.
  static let patience = 20
  /// The same for a paste, whose keys would do harm: two seconds. Without an end the keyboard would be dead.
  static let pastePatience = 80

  /// What came after an ESC that was taken for the key and looks like the rest of an answer; `nil` outside of one.
  private var tornRest: [UInt8]?
  /// More than a person types ahead.
  private static let tornRestLimit = 4096
  /// The terminal was asked something and has not answered yet.
  package var awaitsReports = false
  /// What it answered, unless somebody took it.
  private var reports: [TerminalReport] = []
  /// Nobody asks more at a time.
  private static let reportLimit = 16

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
    if isAfterEscape, AnswerOpening.begins(bytes, isAwaited: awaitsReports) {
      pending = PendingInput([SequenceReader.escape])
      tornRest = []
    }
    isAfterEscape = isAfterEscape && bytes.isEmpty
    for byte in bytes {
      tornRest?.append(byte)
      take(byte, into: &events)
      noteTornRest()
      silences = 0
    }
    return events
  }

  /// What the terminal reported since the last call.
  package mutating func takeReports() -> [TerminalReport] {
    defer { reports = [] }
    return reports
  }

  /// Whether an unfinished sequence waits. If nothing comes within 25 ms, call `finish`.
  package var isWaiting: Bool {
    switch mode {
    case .keys: !pending.isEmpty
    case .string, .longSequence, .paste: true
    }
  }

  /// Nothing more came, so a lone ESC is the escape key. What begins an answer or a character waits on for half a second
  /// before it is what it looks like, an unfinished paste for two: call again every 25 ms for as long as `isWaiting`
  /// says. What only seemed to go on with an answer after the escape key are keys then.
  package mutating func finish() -> [InputEvent] {
    guard isWaiting else { return [] }
    var events: [InputEvent] = []
    silences += 1
    if tornRest != nil {
      if silences >= patience { giveBackTornRest(into: &events) }
      return events
    }
    if case .keys = mode {
      readPending(after: silences < patience ? .short : .long, into: &events)
      isAfterEscape = pending.isEmpty && events.last == .key(Key(.escape))
    }
    if silences >= patience {
      if case .paste = mode { events.append(.paste(paste.giveUp())) }
      pending = PendingInput()
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
      readPending(after: .none, into: &events)
    case .string(let string): take(byte, in: string, into: &events)
    case .longSequence:
      takeInLongSequence(byte, into: &events)
    case .paste:
      guard let text = paste.take(byte) else { return }
      events.append(.paste(text))
      mode = .keys
    }
  }

  private mutating func readPending(after silence: SequenceReader.Silence, into events: inout [InputEvent]) {
    if silence == .long, pending.isLoneControl {
      // Nobody types one: unlike ESC and a letter it is no key with alt.
      events.append(.key(Key(.character("\u{FFFD}"))))
      pending = PendingInput()
    }
    while !pending.isEmpty {
      switch SequenceReader(bytes: pending.bytes[...], table: table, silence: silence).read() {
      case .incomplete: return
      case .event(let event, let length):
        if let event { events.append(event) }
        pending.removeFirst(length)
      case .report(let report, let length):
        keep(report)
        pending.removeFirst(length)
      case .paste:
        paste = PasteCollector(limit: paste.limit, control: pending.control)
        enter(.paste, into: &events)
      case .string(let length):
        enter(.string(StringReport(introducer: pending.bytes[1])), after: length, into: &events)
      case .longSequence: enter(.longSequence, into: &events)
      }
    }
  }

  private mutating func enter(_ mode: Mode, after length: Int? = nil, into events: inout [InputEvent]) {
    let rest = pending.bytes.dropFirst(length ?? pending.bytes.count)
    pending = PendingInput()
    self.mode = mode
    for byte in rest { take(byte, into: &events) }
  }

  /// Strings end with ST, BEL or a cancellation. An ESC that begins no ST begins the next sequence.
  private mutating func take(_ byte: UInt8, in string: StringReport, into events: inout [InputEvent]) {
    var string = string
    switch byte {
    case 0x5C where string.isAfterEscape: end(string)
    case _ where string.isEnded(by: byte): end(string)
    case 0x1B where !string.isAfterEscape:
      string.isAfterEscape = true
      mode = .string(string)
    case _ where string.isAfterEscape && tornRest != nil: giveBackTornRest(into: &events)
    case _ where string.isAfterEscape:
      mode = .keys
      take(0x1B, into: &events)
      take(byte, into: &events)
    case 0x07: end(string)
    case ..<0x20 where tornRest != nil: giveBackTornRest(into: &events)
    case 0x18, 0x1A: mode = .keys
    default:
      string.append(byte)
      mode = .string(string)
    }
  }

  /// Somebody typed it ahead, while the program was busy.
  private mutating func giveBackTornRest(into events: inout [InputEvent]) {
    let bytes = tornRest ?? []
    tornRest = nil
    pending = PendingInput()
    mode = .keys
    silences = 0
    for byte in bytes { take(byte, into: &events) }
  }

  /// It is over with the answer, is a paste, whose text is never keys, or is longer than what anybody types.
  private mutating func noteTornRest() {
    guard let rest = tornRest else { return }
    switch mode {
    case .keys where pending.isEmpty, .paste, .longSequence: tornRest = nil
    case .keys, .string: if rest.count > Self.tornRestLimit { tornRest = nil }
    }
  }

  private mutating func end(_ string: StringReport) {
    mode = .keys
    if let report = string.report { keep(report) }
  }

  private mutating func keep(_ report: TerminalReport) {
    reports.append(report)
    if reports.count > InputDecoder.reportLimit { reports.removeFirst() }
  }

  private mutating func takeInLongSequence(_ byte: UInt8, into events: inout [InputEvent]) {
    if ControlSequence.isInside(byte) { return }
    mode = .keys
    if !ControlSequence.isFinal(byte) { take(byte, into: &events) }
  }
}
