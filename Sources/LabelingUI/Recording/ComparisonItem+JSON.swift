import Preference
import StrictJSON

extension ComparisonItem {
  func json(_ mask: TextMask) -> JSONValue {
    [
      "number": .count(number), "comparison": (mask.isOff ? comparison : masked(mask)).json,
      "order": .array(order.map(JSONValue.count)), "judged": judged?.json ?? .null,
      "flagged": .bool(isFlagged), "draft": draft?.json ?? .null,
    ]
  }

  /// The same shape with nothing in it that anybody wrote: no names, no ids, no metadata.
  private func masked(_ mask: TextMask) -> Comparison {
    Comparison(
      id: "comparison-\(number)", prompt: .text(mask(comparison.prompt.displayText)),
      reference: comparison.reference.map { mask($0) },
      candidates: comparison.candidates.map { Candidate(output: .text(mask($0.displayText))) })
  }

  init(_ field: Field) throws(RecordFault) {
    try field.allowOnly(["number", "comparison", "order", "judged", "flagged", "draft"])
    let comparison: Comparison
    do {
      comparison = try ComparisonReader.comparison(from: field["comparison"].value)
    } catch {
      throw field["comparison"].fault(expected: "a comparison: \(error)")
    }
    let count = comparison.candidates.count
    var order: [Int] = []
    for element in try field["order"].elements(of: "candidates") {
      order.append(try element.integer(0...count - 1))
    }
    guard order.count == count, Set(order).count == count else {
      throw field["order"].fault(expected: "each of the \(count) candidates once")
    }
    var judged: Decision?
    if let decision = field.optional("judged") { judged = try Decision(decision, candidateCount: count) }
    var draft: Ranking?
    if let tiers = field.optional("draft") { draft = try Ranking(tiers, candidateCount: count) }
    self.init(
      number: try field["number"].integer(1...Int.max), comparison: comparison, order: order, judged: judged,
      isFlagged: try field.optional("flagged")?.truth() ?? false, draft: draft)
  }
}

extension Ranking {
  fileprivate var json: JSONValue { .array(tiers.map { .array($0.map(JSONValue.count)) }) }

  fileprivate init(_ field: Field, candidateCount: Int) throws(RecordFault) {
    var tiers: [[Int]] = []
    for tier in try field.elements(of: "tiers") {
      var candidates: [Int] = []
      for candidate in try tier.elements(of: "candidates") { candidates.append(try candidate.count()) }
      tiers.append(candidates)
    }
    guard let ranking = Ranking(tiers: tiers, candidateCount: candidateCount) else {
      throw field.fault(expected: "tiers of different candidates, none of them empty")
    }
    self = ranking
  }
}

extension Decision {
  var json: JSONValue { ["verdict": .string(verdict.rawValue), "tiers": ranking.json] }

  init(_ field: Field, candidateCount: Int) throws(RecordFault) {
    try field.allowOnly(["verdict", "tiers"])
    self.init(
      verdict: try field["verdict"].choice(of: Verdict.self),
      ranking: try Ranking(field["tiers"], candidateCount: candidateCount))
  }
}

extension RaterProgress {
  var json: JSONValue { ["total": .count(total), "judged": .count(judged)] }

  init(_ field: Field) throws(RecordFault) {
    try field.allowOnly(["total", "judged"])
    self.init(total: try field["total"].count(), judged: try field["judged"].count())
  }
}
