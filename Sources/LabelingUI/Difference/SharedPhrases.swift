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
  private var occurrences: [UInt64: Occurrence] = [:]

  init(_ texts: [TokenizedText], vocabulary: Vocabulary, budget: inout WorkBudget) {
    self.texts = texts
    self.vocabulary = vocabulary
    for (number, text) in texts.enumerated() where budget.spend(8 * text.words.count) {
      count(text, as: Int32(truncatingIfNeeded: number))
    }
  }

  /// The tokens of the phrases that stand in so many texts at least.
  func phrases(in text: Int, sharedBy least: Int) -> [Range<Int>] {
    let words = texts[text].words
    var isShared = [Bool](repeating: false, count: words.count)
    forEachPhrase(in: texts[text]) { start, hash in
      guard let occurrence = occurrences[hash], occurrence.textCount >= least else { return }
      for token in start..<start + Self.length { isShared[token] = true }
    }
    return isShared.stretches { $0 }.map { withoutSigns($0, words) }
      .filter { weight(of: words[$0]) >= Self.leastWeight }
  }

  private mutating func count(_ text: TokenizedText, as number: Int32) {
    occurrences.reserveCapacity(occurrences.count + text.words.count)
    var occurrences = occurrences
    self.occurrences = [:]
    forEachPhrase(in: text) { _, hash in
      var occurrence = occurrences[hash] ?? Occurrence(lastText: -1, textCount: 0)
      guard occurrence.lastText != number else { return }
      occurrence.lastText = number
      occurrence.textCount += 1
      occurrences[hash] = occurrence
    }
    self.occurrences = occurrences
  }

  private func forEachPhrase(in text: TokenizedText, _ take: (Int, UInt64) -> Void) {
    guard text.words.count >= Self.length else { return }
    let terms = text.words.map { vocabulary.terms[Int($0)] }
    for start in 0...terms.count - Self.length {
      var hash: UInt64 = 0
      for offset in 0..<Self.length { Fingerprint.combine(terms[start + offset], into: &hash) }
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
