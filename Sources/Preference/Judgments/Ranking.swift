/// Tiers of candidates, best first. A tier of two or more is a tie; candidates may be left out.
package struct Ranking: Sendable {
  /// Indices into the comparison's candidates. No tier is empty, no candidate stands twice. Within a tier,
  /// candidates stand in the order in which they were placed, which says nothing about them.
  package private(set) var tiers: [[Int]]

  package init() {
    tiers = []
  }

  /// Makes a ranking of what was stored or imported; `nil` for an empty tier, a candidate that stands twice,
  /// or an index that a comparison with that many candidates does not have.
  package init?(tiers: [[Int]], candidateCount: Int) {
    let placed = tiers.joined()
    guard tiers.allSatisfy({ !$0.isEmpty }), Set(placed).count == placed.count,
      placed.allSatisfy((0..<candidateCount).contains)
    else { return nil }
    self.tiers = tiers
  }

  /// Puts a candidate below all others. Does nothing if it is placed already.
  package mutating func place(_ candidate: Int) {
    guard !contains(candidate) else { return }
    tiers.append([candidate])
  }

  /// Puts a candidate beside the last ones. Does nothing if it is placed already.
  package mutating func tieWithLast(_ candidate: Int) {
    guard !contains(candidate) else { return }
    if tiers.isEmpty { tiers.append([]) }
    tiers[tiers.count - 1].append(candidate)
  }

  /// Takes back the candidate that was placed last, and returns it.
  @discardableResult
  package mutating func removeLast() -> Int? {
    guard var tier = tiers.popLast() else { return nil }
    let candidate = tier.popLast()
    if !tier.isEmpty { tiers.append(tier) }
    return candidate
  }
}

extension Ranking {
  package var isEmpty: Bool { tiers.isEmpty }

  package var placedCount: Int { tiers.reduce(0) { $0 + $1.count } }

  package func contains(_ candidate: Int) -> Bool { tier(of: candidate) != nil }

  /// The index of the candidate's tier, `nil` if it is not placed.
  package func tier(of candidate: Int) -> Int? { tiers.firstIndex { $0.contains(candidate) } }

  /// The rank that all candidates of a tier share: 1 + how many are better. Two firsts are followed by a
  /// third.
  package func rank(ofTier tier: Int) -> Int { 1 + tiers[..<tier].reduce(0) { $0 + $1.count } }

  /// The mean of the ranks that the candidates of a tier would have if they were not tied.
  package func midRank(ofTier tier: Int) -> Double {
    Double(rank(ofTier: tier)) + Double(tiers[tier].count - 1) / 2
  }
}

extension Ranking: Hashable {
  /// Equal if the same candidates are tied in each tier, in whatever order they were placed.
  package static func == (left: Self, right: Self) -> Bool { left.sortedTiers == right.sortedTiers }

  package func hash(into hasher: inout Hasher) { hasher.combine(sortedTiers) }

  private var sortedTiers: [[Int]] { tiers.map { $0.sorted() } }
}
