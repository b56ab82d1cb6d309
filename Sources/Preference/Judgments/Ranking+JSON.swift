import StrictJSON

/// Tiers of candidate indices, such as `[[2], [0, 1]]`.
extension Ranking {
  package var json: JSONValue {
    .array(tiers.map { .array($0.map { .number(JSONNumber($0)) }) })
  }

  package init(_ field: Field, candidateCount: Int) throws(RecordFault) {
    var tiers: [[Int]] = []
    for tier in try field.elements(of: "tiers") {
      var candidates: [Int] = []
      for candidate in try tier.elements(of: "candidates") {
        guard let index = candidate.value.number?.intValue else {
          throw candidate.fault(expected: "the index of a candidate")
        }
        candidates.append(index)
      }
      tiers.append(candidates)
    }
    guard let ranking = Ranking(tiers: tiers, candidateCount: candidateCount) else {
      throw field.fault(expected: "tiers of different candidates, none of them empty")
    }
    self = ranking
  }
}
