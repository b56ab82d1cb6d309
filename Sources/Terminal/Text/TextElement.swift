/// One piece of sanitized text, in eight bytes: all that is shown for one stretch of the original. It is drawn whole or
/// not at all, and no row break falls inside.
struct TextElement: Equatable, Sendable {
  enum Kind: UInt32 {
    /// A scalar in one column, or in two; the payload is the scalar.
    case narrow, wide
    /// A glyph with marks; the payload is its index in the text's clusters.
    case narrowCluster, wideCluster
    /// A token in place of the scalar in the payload.
    case token
    /// A token for combining marks beyond the limit; the payload is their number.
    case excessMarks
    /// Blank to the next tab stop.
    case tab
    /// ASCII that reads the same as the scalar in the payload.
    case likeness
    /// A token in place of the scalar in the payload, which the terminal cannot show.
    case spelled
  }

  /// What the line breaker has to know.
  struct Flags: OptionSet {
    let rawValue: UInt32

    /// No row begins with it, if that can be avoided.
    static let clingsToPrevious = Flags(rawValue: 1 << 31)
    /// No row ends with it, if that can be avoided.
    static let clingsToNext = Flags(rawValue: 1 << 30)
    /// A row may end before and after it, without a blank.
    static let breaksAnywhere = Flags(rawValue: 1 << 29)
    /// A blank other than the ordinary space, at which a row may end.
    static let blank = Flags(rawValue: 1 << 28)
    /// Of a script that puts no blanks between words.
    static let unspaced = Flags(rawValue: 1 << 23)

    static let all: Flags = [clingsToPrevious, clingsToNext, breaksAnywhere, blank, unspaced]
  }

  /// Payload in the low 23 bits, flags and kind above it: zero but for the payload when nothing is special.
  private(set) var code: UInt32
  /// Where it begins in the original text, in UTF-8.
  let offset: UInt32

  @inline(__always)
  init(_ kind: Kind, _ payload: UInt32, offset: Int, flags: Flags = []) {
    code = payload | kind.rawValue << 24 | flags.rawValue
    self.offset = UInt32(truncatingIfNeeded: offset)
  }

  static let payloadLimit: UInt32 = 0x7F_FFFF

  var kind: Kind { Kind(rawValue: code >> 24 & 0xF) ?? .narrow }
  var payload: UInt32 { code & TextElement.payloadLimit }
  var flags: Flags { Flags(rawValue: code & Flags.all.rawValue) }

  /// The scalar that it shows, or that it stands for.
  var scalar: Unicode.Scalar { Unicode.Scalar(payload) ?? "\u{FFFD}" }

  /// An ordinary single-column glyph, at which no rule of line breaking applies but that of the space.
  @inline(__always)
  var isPlain: Bool { code <= TextElement.payloadLimit }

  @inline(__always)
  var isSpace: Bool { code == 0x20 }

  @inline(__always)
  var isBlank: Bool { isSpace || kind == .tab || flags.contains(.blank) }

  /// Makes it the first of a group: neither a blank nor the last of a row.
  mutating func holdNext() {
    code = code & ~Flags.blank.rawValue | Flags.clingsToNext.rawValue
  }

  /// Takes another form; what has marks on it is no blank.
  mutating func become(_ kind: Kind, _ payload: UInt32) {
    code = payload | kind.rawValue << 24 | flags.subtracting(.blank).rawValue
  }

  /// The columns it takes when it begins in a given one of a pane. What is wider than the pane gets one column; a tab
  /// ends at the pane's edge.
  @inline(__always)
  func width(at column: Int, in columns: Int) -> Int {
    switch kind {
    case .narrow, .narrowCluster: 1
    case .wide, .wideCluster: columns < 2 ? 1 : 2
    case .token: fitting(EscapeToken.width(of: scalar), in: columns)
    case .excessMarks: fitting(EscapeToken.width(ofExcessMarks: payload), in: columns)
    case .likeness: fitting(PlainLikeness.width(of: scalar), in: columns)
    case .spelled: fitting(EscapeToken.width(ofSpelling: scalar), in: columns)
    case .tab: max(1, min(TabStop.interval - column % TabStop.interval, columns - column))
    }
  }

  private func fitting(_ width: Int, in columns: Int) -> Int { width > columns ? 1 : width }
}

/// Tab stops are fixed, as terminals have them.
enum TabStop {
  static let interval = 8
}
