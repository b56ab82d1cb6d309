/// Text for a man page, in the macros that every `man` knows.
struct RoffText {
  private(set) var lines: [String] = []

  var text: String { lines.joined(separator: "\n") + "\n" }

  /// A macro with one argument, which may have blanks in it.
  mutating func macro(_ name: String, _ argument: String = "") {
    lines.append(argument.isEmpty ? ".\(name)" : ".\(name) \"\(Self.escaping(argument))\"")
  }

  /// A macro as it is.
  mutating func raw(_ line: String) { lines.append(line) }

  mutating func prose(_ text: String) { lines.append(Self.line(text)) }

  /// A tagged paragraph.
  mutating func item(_ tag: String, _ body: [String]) {
    lines.append(".TP")
    lines.append("\\fB\(Self.escaping(tag))\\fR")
    for (index, paragraph) in body.enumerated() {
      if index > 0 { lines.append(".IP") }
      prose(paragraph)
    }
  }

  /// Paragraphs apart by blank lines; indented lines stay as they are.
  mutating func discussion(_ text: String) {
    var isVerbatim = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let wasVerbatim = isVerbatim
      isVerbatim = line.hasPrefix("  ") || (isVerbatim && line.isEmpty)
      if isVerbatim != wasVerbatim { lines += isVerbatim ? [".PP", ".RS 4", ".nf"] : [".fi", ".RE", ".PP"] }
      if line.isEmpty {
        if !isVerbatim { lines.append(".PP") }
      } else {
        lines.append(Self.line(isVerbatim ? String(line.dropFirst(2)) : line))
      }
    }
    if isVerbatim { lines += [".fi", ".RE"] }
  }

  /// A line that begins as a request would is none.
  private static func line(_ text: String) -> String {
    let escaped = escaping(text)
    return escaped.hasPrefix(".") || escaped.hasPrefix("\\(aq") ? "\\&" + escaped : escaped
  }

  /// Everything is printed as it is: hyphens and quotes of commands can be copied from the page.
  static func escaping(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\(rs"
      case "-": "\\-"
      case "'": "\\(aq"
      case "`": "\\(ga"
      case "^": "\\(ha"
      case "~": "\\(ti"
      case "\"": "\\(dq"
      default: String(scalar)
      }
    }.joined()
  }
}
