/// One search through texts, one after the other.
package struct TextSearch {
  /// More than anybody looks at.
  package static let mostMatches = 20_000

  private enum Needle {
    case words(WordMatcher)
    case pattern(PatternProgram)
  }

  private let needle: Needle
  private let ignoresCase: Bool
  private let mostMatches: Int
  private(set) var matches: [SearchMatch] = []
  private(set) var isCutShort = false
  private var effort = 0

  /// - Throws: `PatternFault`.
  init(_ query: SearchQuery, mostMatches: Int = Self.mostMatches) throws(PatternFault) {
    self.mostMatches = mostMatches
    ignoresCase = !query.matchesCase
    needle =
      query.isPattern
      ? .pattern(try PatternProgram(PatternParser.parse(query.text), ignoresCase: ignoresCase))
      : .words(WordMatcher(SearchableText(query.text, ignoringCase: ignoresCase).scalars))
  }

  mutating func look(through text: String, pane: Int, shouldStop: (Int) -> Bool) {
    let text = SearchableText(text, ignoringCase: ignoresCase)
    effort += text.scalars.count
    if shouldStop(effort) { return isCutShort = true }
    switch needle {
    case .words(let words): find(words, in: text, pane: pane)
    case .pattern(let program): find(program, in: text, pane: pane, shouldStop: shouldStop)
    }
  }

  private mutating func add(_ range: Range<Int>, in text: SearchableText, pane: Int) {
    guard matches.count < mostMatches else { return isCutShort = true }
    matches.append(SearchMatch(pane: pane, range: text.utf8Range(of: range)))
  }

  private mutating func find(_ words: WordMatcher, in text: SearchableText, pane: Int) {
    words.look(through: text.scalars) { range in
      add(range, in: text, pane: pane)
      return !isCutShort
    }
  }

  private mutating func find(
    _ program: PatternProgram, in text: SearchableText, pane: Int, shouldStop: (Int) -> Bool
  ) {
    var matcher = PatternMatcher(program, in: text.scalars)
    let before = effort
    var start = 0
    while start <= text.scalars.count, !isCutShort {
      var wasStopped = false
      let found = matcher.firstMatch(from: start) { steps in
        wasStopped = shouldStop(before + steps)
        return wasStopped
      }
      if wasStopped { isCutShort = true }
      guard let found, !wasStopped else { break }
      // A match of nothing, as of `x*`, is nothing to look at.
      if !found.isEmpty { add(found, in: text, pane: pane) }
      start = max(found.upperBound, start + 1)
    }
    effort = before + matcher.effort
  }
}
