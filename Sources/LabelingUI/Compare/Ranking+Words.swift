import Preference

extension Ranking {
  /// `1st`, or `= 2nd` for a tie: competition ranks, so two firsts are followed by a third.
  func placeText(ofTier tier: Int) -> String {
    let place = rank(ofTier: tier)
    return (tiers[tier].count > 1 ? "= " : "") + Ordinal.text(place)
  }
}
