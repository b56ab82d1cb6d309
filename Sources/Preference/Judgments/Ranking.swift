/// Tiers of candidates, best first. A tier of two or more is a tie; candidates may be left out.
package struct Ranking: Hashable, Sendable {
  /// Indices into the comparison's candidates. No tier is empty, no candidate stands twice.
  package private(set) var tiers: [[Int]]

  package init() {
    tiers = []
  }
}
