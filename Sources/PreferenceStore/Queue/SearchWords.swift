import Preference

/// What a rater typed to find comparisons: words that all must stand in the id or the prompt, in either case. One number
/// finds the comparison of that number, too.
struct SearchWords: Equatable, Sendable {
  /// More are nobody's search.
  private static let most = 16

  /// In lower case, as UTF-8: scalars are compared and nothing else.
  let words: [[UInt8]]
  let number: Int?

  /// `nil` if the text has no words.
  init?(_ text: String) {
    let words = SearchLine.folded(text).split(whereSeparator: \.isWhitespace).prefix(Self.most)
    guard !words.isEmpty else { return nil }
    self.words = words.map { Array($0.utf8) }
    number = words.count == 1 ? Int(words[0]) : nil
  }
}
