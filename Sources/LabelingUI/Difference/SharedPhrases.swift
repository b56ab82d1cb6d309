/// Phrases that texts share, wherever they stand: four tokens or more in a row, not counting form, with something in them
/// that is more than grammar.
struct SharedPhrases {
  private static let length = 4
  /// Two words that are no stop words, or four ideographs.
  private static let leastWeight = 4

  private struct Occurrence {
    var lastText: Int32
    var textCount: Int32
  }

  private let texts: [TokenizedText]
  private let vocabulary: Vocabulary
  private var occurrences: FingerprintTable<Occurrence>

  init(_ texts: [TokenizedText], vocabulary: Vocabulary, budget: inout WorkBudget) {
    self.texts = texts
    self.vocabulary = vocabulary
    occurrences = FingerprintTable(
      Occurrence(lastText: -1, textCount: 0), expecting: min(1 << 17, texts.reduce(0) { $0 + $1.words.count })
    )
    for (number, text) in texts.enumerated() where budget.spend(8 * text.words.count) {
      count(text, as: Int32(truncatingIfNeeded: number))
    }
  }

  /// The tokens of the phrases that stand in so many texts at least.
  func phrases(in text: Int, sharedBy least: Int) -> [Range<Int>] {
    let words = texts[text].words
    var isShared = [Bool](repeating: false, count: words.count)
    Self.forEachPhrase(in: texts[text], vocabulary) { start, hash in
      guard occurrences[hash].textCount >= least else { return }
      for token in start..<start + Self.length { isShared[token] = true }
    }
    return isShared.stretches { $0 }.map { withoutSigns($0, words) }
      .filter { weight(of: words[$0]) >= Self.leastWeight }
  }

  private mutating func count(_ text: TokenizedText, as number: Int32) {
    Self.forEachPhrase(in: text, vocabulary) { _, hash in
      occurrences.update(hash) { occurrence in
        guard occurrence.lastText != number else { return }
        occurrence.lastText = number
        occurrence.textCount += 1
      }
    }
  }

  private static func forEachPhrase(
    in text: TokenizedText, _ vocabulary: Vocabulary, _ take: (Int, UInt64) -> Void
  ) {
    guard text.words.count >= length else { return }
    let terms = text.words.map { vocabulary.terms[Int($0)] }
    for start in 0...terms.count - length {
      var hash: UInt64 = 0
      for offset in 0..<length { Fingerprint.combine(terms[start + offset], into: &hash) }
      take(start, hash)
    }
  }

  /// Punctuation at either end is no part of a phrase.
  private func withoutSigns(_ phrase: Range<Int>, _ words: [Int32]) -> Range<Int> {
    let isWord = { (token: Int) in !vocabulary.traits[Int(words[token])].contains(.sign) }
    guard let first = phrase.first(where: isWord), let last = phrase.last(where: isWord) else {
      return phrase.lowerBound..<phrase.lowerBound
    }
    return first..<last + 1
  }

  private func weight(of words: ArraySlice<Int32>) -> Int {
    words.reduce(0) { $0 + vocabulary.traits[Int($1)].weight }
  }
}
