/// The parser's help, whose usage line is as long as a command has options, folded to what terminals show.
struct HelpText {
  static let columns = 80

  let text: String

  init(_ text: String) {
    self.text = text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { $0.hasPrefix("USAGE: ") || $0.hasPrefix("Usage: ") ? Self.folded($0) : [String($0)] }
      .joined(separator: "\n")
  }

  /// Breaks between options, not between one and its value, and indents what follows.
  private static func folded(_ line: Substring) -> [String] {
    var lines: [String] = []
    for word in words(of: line) {
      if let last = lines.last, last.count + 1 + word.count <= columns {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(lines.isEmpty ? word : "         " + word)
      }
    }
    return lines
  }

  /// `[--rater <rater>]` is one.
  private static func words(of line: Substring) -> [String] {
    var words: [String] = []
    for word in line.split(separator: " ") {
      if let last = words.last, isOpen(last) || word.hasPrefix("<") && last.hasPrefix("--") {
        words[words.count - 1] += " " + word
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  private static func isOpen(_ word: String) -> Bool { word.hasPrefix("[") && !word.hasSuffix("]") }
}
