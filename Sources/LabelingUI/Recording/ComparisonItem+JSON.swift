import Preference
import StrictJSON

extension ComparisonItem {
  func json(_ mask: TextMask) -> JSONValue {
    [
      "number": .count(number), "comparison": (mask.isOff ? comparison : masked(mask)).json,
      "order": .array(order.map(JSONValue.count)), "judged": judged.map { $0.masked(mask).json } ?? .null,
      "flagged": .bool(isFlagged), "draft": draft.map { $0.masked(mask).json } ?? .null,
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
    if let decision = field.optional("judged") {
      judged = try Decision(decision, candidates: comparison.candidates)
    }
    var draft: Draft?
    if let begun = field.optional("draft") { draft = try Draft(begun, candidates: comparison.candidates) }
    self.init(
      number: try field["number"].integer(1...Int.max), comparison: comparison, order: order, judged: judged,
      isFlagged: try field.optional("flagged")?.truth() ?? false, draft: draft)
  }
}

extension Decision {
  var json: JSONValue {
    ["verdict": .string(verdict.rawValue), "tiers": ranking.json, "remarks": remarks.json]
  }

  /// Without what was said of the runs.
  var verdictJSON: JSONValue { ["verdict": .string(verdict.rawValue), "tiers": ranking.json] }

  init(verdictOf field: Field, candidateCount: Int) throws(RecordFault) {
    try field.allowOnly(["verdict", "tiers"])
    self.init(
      verdict: try field["verdict"].choice(of: Verdict.self),
      ranking: try Ranking(field["tiers"], candidateCount: candidateCount))
  }

  init(_ field: Field, candidates: [Candidate]) throws(RecordFault) {
    try field.allowOnly(["verdict", "tiers", "remarks"])
    var remarks = Remarks()
    if let said = field.optional("remarks") { remarks = try Remarks(said, candidates: candidates) }
    self.init(
      verdict: try field["verdict"].choice(of: Verdict.self),
      ranking: try Ranking(field["tiers"], candidateCount: candidates.count), remarks: remarks)
  }
}

extension RaterProgress {
  var json: JSONValue {
    [
      "total": .count(total), "judged": .count(judged), "can_undo": .bool(canUndo),
      "can_redo": .bool(canRedo),
    ]
  }

  init(_ field: Field) throws(RecordFault) {
    try field.allowOnly(["total", "judged", "can_undo", "can_redo"])
    self.init(
      total: try field["total"].count(), judged: try field["judged"].count(),
      canUndo: field.optional("can_undo")?.value.bool,
      canRedo: field.optional("can_redo")?.value.bool ?? false)
  }
}
