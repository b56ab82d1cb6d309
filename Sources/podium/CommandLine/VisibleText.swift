import Terminal

/// Names of files and words of servers are text from strangers, and messages go to terminals.
enum VisibleText {
  /// The text with everything that would steer a terminal or stay invisible written as `\u{…}`.
  static func escaping(_ text: String) -> String {
    escaping(text, as: token)
  }

  static func token(_ scalar: Unicode.Scalar) -> String { "\\u{\(String(scalar.value, radix: 16))}" }

  static func escaping(_ text: String, as escape: (Unicode.Scalar) -> String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    return text.unicodeScalars.map { isHidden($0) ? escape($0) : String($0) }.joined()
  }

  /// As much of a line as fits, with an ellipsis where it was cut.
  static func cut(_ line: String, to columns: Int) -> String {
    guard TextWidth.columns(of: line, repertoire: .unicode) > columns else { return line }
    var kept = ""
    var used = 0
    for character in line {
      let width = TextWidth.columns(of: String(character), repertoire: .unicode)
      guard used + width < columns else { break }
      kept.append(character)
      used += width
    }
    return kept + "…"
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
    default: false
    }
  }
}
