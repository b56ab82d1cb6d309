/// What only one of several texts says: words whose terms are in no other one, joined where little lies between. A single word
/// counts: `three` where all others say `two`.
struct UniqueParts {
  /// A word, or two ideographs.
  private static let leastWeight = 2
  /// As many words of others may lie between two that are only here.
  private static let widestBridge = 2

  private let texts: [TokenizedText]
  private let vocabulary: Vocabulary
  /// Which text has a term, or a pair of ideographs: the text's number, or one of those below.
  private var owners = FingerprintTable<Int32>(nobody, expecting: 1 << 10)

  private static let nobody: Int32 = -2
  private static let several: Int32 = -1

  init(_ texts: [TokenizedText], vocabulary: Vocabulary, budget: inout WorkBudget) {
    self.texts = texts
    self.vocabulary = vocabulary
    for (number, text) in texts.enumerated() where budget.spend(8 * text.words.count) {
      let number = Int32(truncatingIfNeeded: number)
      for token in text.words.indices {
        guard let key = key(of: token, in: text) else { continue }
        owners.update(key) { owner in
          owner = owner == Self.nobody || owner == number ? number : Self.several
        }
      }
    }
  }

  /// The tokens of the parts that only this text has.
  func parts(of number: Int) -> [Range<Int>] {
    let text = texts[number]
    var isUnique = [Bool](repeating: false, count: text.words.count)
    for token in text.words.indices {
      guard let key = key(of: token, in: text), owners[key] == Int32(truncatingIfNeeded: number) else {
        continue
      }
      isUnique[token] = true
      if isIdeograph(token, text) { isUnique[token + 1] = true }
    }
    return joined(isUnique.stretches { $0 }, in: text).filter { saysSomething($0, isUnique, text) }
  }

  /// A word, or a number.
  private func saysSomething(_ part: Range<Int>, _ isUnique: [Bool], _ text: TokenizedText) -> Bool {
    let traits = part.lazy.filter { isUnique[$0] }.map { vocabulary.traits[Int(text.words[$0])] }
    return traits.contains { $0.contains(.number) } || traits.reduce(0) { $0 + $1.weight } >= Self.leastWeight
  }

  /// How many of the words that say something are in no other text, of all of them.
  func share(of number: Int) -> Double {
    let text = texts[number]
    let content = text.words.indices.filter { key(of: $0, in: text) != nil }
    guard !content.isEmpty else { return 0 }
    let unique = content.filter { token in
      key(of: token, in: text).map { owners[$0] == Int32(truncatingIfNeeded: number) } ?? false
    }
    return Double(unique.count) / Double(content.count)
  }

  /// `nil` for what is too frequent to say anything. Ideographs count by twos, for one alone is less than a word.
  private func key(of token: Int, in text: TokenizedText) -> UInt64? {
    let word = Int(text.words[token])
    guard vocabulary.traits[word].isContent else { return nil }
    let term = UInt64(UInt32(bitPattern: vocabulary.terms[word]))
    guard vocabulary.traits[word].contains(.ideograph) else { return term << 32 }
    guard isIdeograph(token, text) else { return nil }
    return term << 32 | UInt64(UInt32(bitPattern: text.words[token + 1])) + 1
  }

  /// Whether another one follows it at once.
  private func isIdeograph(_ token: Int, _ text: TokenizedText) -> Bool {
    guard token + 1 < text.words.count, vocabulary.traits[Int(text.words[token])].contains(.ideograph) else {
      return false
    }
    return vocabulary.traits[Int(text.words[token + 1])].contains(.ideograph)
      && text.tokens[token].upperBound == text.tokens[token + 1].lowerBound
  }

  private func joined(_ parts: [Range<Int>], in text: TokenizedText) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for part in parts {
      if let last = joined.last, isBridge(last.upperBound..<part.lowerBound, text) {
        joined[joined.count - 1] = last.lowerBound..<part.upperBound
      } else {
        joined.append(part)
      }
    }
    return joined
  }

  /// A few words, and no end of a sentence or a line.
  private func isBridge(_ tokens: Range<Int>, _ text: TokenizedText) -> Bool {
    guard tokens.count <= Self.widestBridge,
      !tokens.contains(where: { vocabulary.traits[Int(text.words[$0])].contains(.sign) })
    else {
      return false
    }
    let between =
      Int(text.tokens[tokens.lowerBound - 1].upperBound)..<Int(text.tokens[tokens.upperBound].lowerBound)
    return !text.bytes[between].contains(0x0A)
  }
}
