/// A search on its way to a worker.
package struct SearchRequest: Equatable, Sendable {
  /// Counts the searches of a session: findings of an earlier one come too late.
  package let number: Int
  package let query: SearchQuery
  /// The prompt and then the runs, as `SearchMatch` counts them.
  package let texts: [String]

  /// Looks through the texts; blocks until that is done or `shouldStop` says so, to which the steps taken are told.
  package func findings(mostMatches: Int = TextSearch.mostMatches, shouldStop: (Int) -> Bool)
    -> SearchFindings
  {
    guard !query.isEmpty else { return SearchFindings() }
    do {
      var search = try TextSearch(query, mostMatches: mostMatches)
      for (pane, text) in texts.enumerated() where !search.isCutShort {
        search.look(through: text, pane: pane, shouldStop: shouldStop)
      }
      return SearchFindings(matches: search.matches, isCutShort: search.isCutShort)
    } catch {
      return SearchFindings(fault: error.description)
    }
  }
}
