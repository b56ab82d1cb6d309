/// Chooses what to mark in runs that were compared with the pivot. Runs that were not yet compared have no marks.
struct AidChoice {
  typealias Marks = [[DifferenceMark]]

  let texts: [BlockText]
  let pivot: Int
  /// `nil` for the pivot; shorter than the texts while some are still to be compared.
  let comparisons: [PivotComparison?]
  let vocabulary: Vocabulary
  private(set) var overlap: TextOverlap

  /// The mean over the pairs.
  var similarity: Double {
    let known = comparisons.compactMap(\.self)
    return known.isEmpty ? 1 : known.reduce(0) { $0 + $1.similarity } / Double(known.count)
  }

  mutating func choose(_ aid: ReadingAid) -> (shown: DifferenceSummary.Shown, marks: Marks) {
    if texts.allSatisfy({ $0.text.bytes == texts[0].text.bytes }) { return (.identical, none) }
    if aid == .off { return (.nothing, none) }
    if texts.allSatisfy({ $0.text.words == texts[0].text.words }) { return (.sameWords, none) }
    switch aid {
    case .words: return byWords
    case .phrases: return (.phrases, phrases())
    case .unique: return (.unique, unique())
    case .auto, .off: return suitable()
    }
  }

  private mutating func suitable() -> (shown: DifferenceSummary.Shown, marks: Marks) {
    let isJSON = comparisons.contains { if case .json = $0 { true } else { false } }
    if isJSON || similarity >= DifferenceEngine.leastForWords { return byWords }
    if texts.count > 2 {
      return overlap.uniqueShare() > DifferenceEngine.mostUnique ? (.nothing, none) : (.unique, unique())
    }
    let marks = phrasesAndWords()
    let marked = marks.joined().reduce(0) { $0 + $1.range.count }
    return Double(marked) < Double(comparedBytes) * DifferenceEngine.leastForPhrases
      ? (.nothing, none) : (.phrases, marks)
  }

  /// Of two texts, or of the parts of them that were compared.
  private var comparedBytes: Int {
    guard case .text(let pair)? = comparisons.compactMap(\.self).first else { return 0 }
    return pair.left.bytes.count + pair.right.bytes.count
  }

  private var none: Marks { texts.map { _ in [] } }
}

// MARK: - The kinds of marks

extension AidChoice {
  private var byWords: (shown: DifferenceSummary.Shown, marks: Marks) {
    var marks = none
    var ofPivot = PivotMarks(tokens: texts[pivot].text.tokens.count)
    var isJSON = false
    for (index, comparison) in comparisons.enumerated() {
      switch comparison {
      case .json(let json):
        isJSON = true
        marks[index] = json.right
        if texts.count == 2 { marks[pivot] = json.left }
      case .text(let pair):
        let words = WordMarks(pair, vocabulary: vocabulary)
        marks[index] = words.right.marks(in: texts[index].text)
        if texts.count == 2 { marks[pivot] = words.left.marks(in: texts[pivot].text) }
        ofPivot.add(words.left)
      case nil: break
      }
    }
    if texts.count > 2 {
      marks[pivot] = ofPivot.marks(lackedBy: comparisons.compactMap(\.self).count)
        .marks(in: texts[pivot].text)
    }
    return (isJSON ? .paths : .words, marks)
  }

  /// With more than two runs: phrases that a run shares with any other.
  private mutating func phrases() -> Marks {
    let phrases = overlap.shared()
    return texts.indices.map { index in
      phrases[index].map { TokenMark(tokens: $0, kind: .shared) }.marks(in: texts[index].text)
    }
  }

  /// Two runs: phrases; in blocks that are nearly the same, words; in blocks about the same, facts that differ.
  private mutating func phrasesAndWords() -> Marks {
    guard case .text(let pair)? = comparisons.compactMap(\.self).first else { return none }
    let words = WordMarks(pair, alike: DifferenceEngine.leastForWords, vocabulary: vocabulary)
    let phrases = overlap.shared()
    let facts = DifferingFacts(pair, vocabulary: vocabulary)
    let alike = pair.parts.filter { $0.similarity >= DifferenceEngine.leastForWords }
    let left = Self.marks(
      words.left + facts.left, phrases[pivot],
      outside: alike.map { pair.left.tokens(of: $0.blocks.left) }
        + pair.moved.map { pair.left.blocks[$0.left].tokens },
      in: pair.left)
    let right = Self.marks(
      words.right + facts.right, phrases[1 - pivot],
      outside: alike.map { pair.right.tokens(of: $0.blocks.right) }
        + pair.moved.map { pair.right.blocks[$0.right].tokens }, in: pair.right)
    return pivot == 0 ? [left, right] : [right, left]
  }

  private static func marks(
    _ marks: [TokenMark], _ phrases: [Range<Int>], outside blocks: [Range<Int>], in text: BlockText
  ) -> [DifferenceMark] {
    let elsewhere = phrases.lazy.map { $0.clamped(to: text.tokens) }
      .filter { phrase in !phrase.isEmpty && !blocks.contains { $0.overlaps(phrase) } }
    return (marks + elsewhere.map { TokenMark(tokens: $0, kind: .shared) }).marks(in: text.text)
  }

  private mutating func unique() -> Marks {
    zip(texts, overlap.unique()).map { $1.marks(in: $0.text) }
  }
}
