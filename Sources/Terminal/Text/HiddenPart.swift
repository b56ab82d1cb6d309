/// A part of a text that is not shown as it is.
package enum HiddenPart {
  /// Also a tab, and what ends a line.
  case character(Unicode.Scalar)
  /// Combining marks beyond what a glyph shows.
  case excessMarks(Substring.UnicodeScalarView)
}

extension SanitizedText {
  /// A text with its hidden parts replaced, for output that is no grid of cells. What the screen leaves out of ordinary
  /// writing, such as the joiners of emoji, stays in it.
  package static func replacingHidden(in text: String, with replacement: (HiddenPart) -> String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    let elements = SanitizedText(text).elements
    var shown = String.UnicodeScalarView()
    var rest = Substring(text).unicodeScalars
    var position = 0
    var index = 0
    while let scalar = rest.first {
      while index < elements.count, Int(elements[index].offset) < position { index += 1 }
      let element = index < elements.count && Int(elements[index].offset) == position ? elements[index] : nil
      let end = index + 1 < elements.count ? Int(elements[index + 1].offset) : Int.max
      var part = rest.prefix(1)
      if element?.kind == .excessMarks {
        part = marks(at: rest, bytes: end - position)
        shown.append(contentsOf: replacement(.excessMarks(part)).unicodeScalars)
      } else if element?.kind == .token || scalar == "\t" || scalar == "\n" || scalar == "\r" {
        shown.append(contentsOf: replacement(.character(scalar)).unicodeScalars)
      } else {
        shown.append(scalar)
      }
      position += part.reduce(0) { $0 + UTF8.width($1) }
      rest = rest[part.endIndex...]
    }
    return String(shown)
  }

  private static func marks(
    at rest: Substring.UnicodeScalarView, bytes limit: Int
  ) -> Substring.UnicodeScalarView {
    var left = limit
    return rest.prefix { scalar in
      left -= UTF8.width(scalar)
      return left >= 0 && scalar != "\n" && scalar != "\r"
    }
  }
}
