extension Comparison {
  /// The beginning of what was asked, on one line: of a conversation, the last message.
  package var excerpt: String {
    switch prompt {
    case .text(let text): Self.excerpt(of: text)
    case .messages(let messages): Self.excerpt(of: messages.last?.content ?? "")
    }
  }

  /// Blanks and ends of line become one blank each; U+0000, which ends a text in some places, too.
  package static func excerpt(of text: String) -> String {
    var excerpt = String.UnicodeScalarView()
    var isAfterBlank = true
    var length = 0
    for scalar in text.unicodeScalars.prefix(4 * excerptLength) {
      let isBlank = scalar.value == 0 || scalar.properties.isWhitespace
      guard !isBlank || !isAfterBlank else { continue }
      excerpt.append(isBlank ? " " : scalar)
      length += 1
      isAfterBlank = isBlank
      if length >= excerptLength { break }
    }
    return String(excerpt)
  }

  package static let excerptLength = 240
}
