import Preference

/// Where a judgment puts one candidate, and how the feedback server is told.
struct Placement: Equatable {
  enum Place: Equatable {
    /// `tier` and `rank` count from 1; those who tie share the rank of the first of them.
    case ranked(tier: Int, rank: Int, isTied: Bool)
    case allGood
    case allBad
  }

  let candidate: Int
  let place: Place
  /// How many candidates were placed.
  let of: Int
  /// From 0 to 1.
  let score: Double

  /// One for each candidate that the judgment places, best first.
  static func all(of judgment: Judgment, candidateCount: Int) -> [Placement] {
    switch judgment.verdict {
    case .ranked: ranked(judgment.ranking)
    case .allGood:
      (0..<candidateCount).map { .init(candidate: $0, place: .allGood, of: candidateCount, score: 1) }
    case .allBad:
      (0..<candidateCount).map { .init(candidate: $0, place: .allBad, of: candidateCount, score: 0) }
    case .cannotJudge: []
    }
  }

  private static func ranked(_ ranking: Ranking) -> [Placement] {
    let count = ranking.tiers.joined().count
    var better = 0
    return ranking.tiers.enumerated().flatMap { index, tier in
      defer { better += tier.count }
      let place = Place.ranked(tier: index + 1, rank: better + 1, isTied: tier.count > 1)
      let midRank = Double(better) + Double(tier.count + 1) / 2
      let score = count > 1 ? (Double(count) - midRank) / Double(count - 1) : 1
      return tier.map { Placement(candidate: $0, place: place, of: count, score: score) }
    }
  }

  /// Such as `1st of 3`, `tied 2nd of 4` or `all bad`.
  var words: String {
    switch place {
    case .ranked(_, let rank, let isTied): "\(isTied ? "tied " : "")\(Self.ordinal(rank)) of \(of)"
    case .allGood: "all good"
    case .allBad: "all bad"
    }
  }

  private static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }
}
