/// What a search found: matches pane by pane, in the order of the text.
package struct SearchFindings: Equatable, Sendable {
  package let matches: [SearchMatch]
  /// There may be more: the time or the number of matches that a search may take was used up.
  package let isCutShort: Bool
  /// Why the query is no regular expression.
  package let fault: String?

  package init(matches: [SearchMatch] = [], isCutShort: Bool = false, fault: String? = nil) {
    self.matches = matches
    self.isCutShort = isCutShort
    self.fault = fault
  }

  /// The matches of one pane, as indices into all.
  func indices(ofPane pane: Int) -> Range<Int> {
    firstIndex(fromPane: pane, offset: 0)..<firstIndex(fromPane: pane + 1, offset: 0)
  }

  /// The first match at that place or behind it; the number of matches if there is none.
  func firstIndex(fromPane pane: Int, offset: Int) -> Int {
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      let match = matches[middle]
      if match.pane < pane || (match.pane == pane && match.range.lowerBound < offset) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
