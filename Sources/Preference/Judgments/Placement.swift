/// Where a judgment puts one candidate, and what that is worth.
package struct Placement: Hashable, Sendable {
  package enum Place: Hashable, Sendable {
    /// `tier` and `rank` count from 1; those who tie share the rank of the first of them.
    case ranked(tier: Int, rank: Int, isTied: Bool)
    case allGood
    case allBad
  }

  /// Index into the comparison's candidates.
  package let candidate: Int
  package let place: Place
  /// How many candidates were placed.
  package let of: Int
  /// From 0, the worst, to 1: `(n − r) / (n − 1)` for mid-rank r among the n that were placed, so that two
  /// candidates get 1 and 0, and half each if they tie. A candidate that was placed alone gets 1: it was
  /// preferred to those left out.
  package let score: Double

  /// One for each candidate that the judgment places, best first; none if the comparison could not be judged.
  package static func all(of judgment: Judgment, candidateCount: Int) -> [Placement] {
    let candidates = 0..<candidateCount
    return switch judgment.verdict {
    case .ranked: all(of: judgment.ranking)
    case .allGood: candidates.map { Placement(candidate: $0, place: .allGood, of: candidateCount, score: 1) }
    case .allBad: candidates.map { Placement(candidate: $0, place: .allBad, of: candidateCount, score: 0) }
    case .cannotJudge: []
    }
  }

  private static func all(of ranking: Ranking) -> [Placement] {
    let count = ranking.placedCount
    return ranking.tiers.enumerated().flatMap { index, tier in
      let place = Place.ranked(tier: index + 1, rank: ranking.rank(ofTier: index), isTied: tier.count > 1)
      let better = Double(count) - ranking.midRank(ofTier: index)
      let score = count > 1 ? better / Double(count - 1) : 1
      return tier.map { Placement(candidate: $0, place: place, of: count, score: score) }
    }
  }

  /// What people read in LangSmith: `1st of 3`, `tied 2nd of 4` or `all bad`.
  package var words: String {
    switch place {
    case .ranked(_, let rank, let isTied): "\(isTied ? "tied " : "")\(Ordinal.text(rank)) of \(of)"
    case .allGood: "all good"
    case .allBad: "all bad"
    }
  }
}
