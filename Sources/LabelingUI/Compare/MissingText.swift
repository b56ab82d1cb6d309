import Terminal

/// Why there is nothing to read in a text.
enum MissingText: Equatable, Sendable {
  case empty
  case onlyBlanks

  /// - Parameter shown: The same text as it is shown: what is spelled out there can be read.
  init?(_ text: String, shown: SanitizedText) {
    guard text.unicodeScalars.allSatisfy(\.properties.isWhitespace) else { return nil }
    if text.unicodeScalars.isEmpty {
      self = .empty
    } else if shown.shownLines.allSatisfy({ $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }) {
      self = .onlyBlanks
    } else {
      return nil
    }
  }

  /// What stands in its place; `kind` says what is missing: `answer`.
  func words(for kind: String) -> String {
    switch self {
    case .empty: "(empty \(kind))"
    case .onlyBlanks: "(only blanks)"
    }
  }
}
