/// What the terminal is asked once, when it is taken over. Nobody waits for an answer: each is taken up when it comes.
struct TerminalQuestions: Equatable, Sendable {
  /// Whether it can hold back what is painted until a frame is whole.
  var synchronization = false
  /// Its background now, and whether it would tell of a change.
  var background = false

  var isEmpty: Bool { self == Self() }

  /// The last question is one that every terminal answers: with its answer, the others were answered or never will be.
  var bytes: [UInt8] {
    guard !isEmpty else { return [] }
    var text = ""
    if synchronization { text += "\u{1B}[?\(TerminalModes.synchronization)$p" }
    if background { text += "\u{1B}[?\(TerminalModes.colorSchemeReports)$p\u{1B}]11;?\u{1B}\\" }
    return Array((text + "\u{1B}[c").utf8)
  }
}
