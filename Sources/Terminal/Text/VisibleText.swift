/// Names of files and words of servers are text from strangers, and messages go to terminals. What they hide is decided as
/// for the screen.
package enum VisibleText {
  /// The text with everything that would steer a terminal or stay invisible written as `\u{…}`.
  package static func escaping(_ text: String) -> String {
    SanitizedText.replacingHidden(in: text, with: token)
  }

  /// The same for several lines, which stay lines with their tabs.
  package static func escapingLines(_ text: String) -> String {
    escapingLines(text, with: token)
  }

  package static func escapingLines(_ text: String, with replacement: (HiddenPart) -> String) -> String {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      SanitizedText.replacingHidden(in: String(line)) { part in
        if case .character("\t") = part { "\t" } else { replacement(part) }
      }
    }.joined(separator: "\n")
  }

  /// `\u{202e}`; of combining marks their number, as on the screen.
  package static func token(_ part: HiddenPart) -> String {
    switch part {
    case .character(let scalar): "\\u{\(String(scalar.value, radix: 16))}"
    case .excessMarks(let marks): "+\(marks.count)"
    }
  }

  /// As much of a line as fits, with an ellipsis where it was cut.
  package static func cut(_ line: String, to columns: Int) -> String {
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
}
