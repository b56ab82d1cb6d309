import Preference
import StrictJSON

extension QueuePage {
  func json(_ mask: TextMask) -> JSONValue {
    [
      "number": .count(number), "total": .count(total), "position": .count(position), "start": .count(start),
      "entries": .array(entries.map { $0.json(mask) }),
      "searched": percentSearched.map(JSONValue.count) ?? .null,
    ]
  }

  init(_ field: Field) throws(RecordFault) {
    try field.allowOnly(["number", "total", "position", "start", "entries", "searched"])
    var entries: [QueueEntry] = []
    for entry in try field["entries"].elements(of: "entries") { entries.append(try QueueEntry(entry)) }
    self.init(
      number: try field["number"].count(), total: try field["total"].count(),
      position: try field["position"].count(), start: try field["start"].count(), entries: entries,
      percentSearched: try field.optional("searched")?.count())
  }
}

extension QueueEntry {
  fileprivate func json(_ mask: TextMask) -> JSONValue {
    [
      "number": .count(number), "id": .string(mask(id)), "prompt": .string(mask(prompt)),
      "order": .array(order.map(JSONValue.count)), "judged": decision?.verdictJSON ?? .null,
      "milliseconds": elapsedMilliseconds.map(JSONValue.count) ?? .null, "draft": .bool(hasDraft),
      "begun": .array(begun.map { .string(mask($0)) }),
      "begun_elsewhere": .array(begunElsewhere.map { .string(mask($0)) }),
      "flagged": .bool(isFlagged), "raters": .count(raterCount), "differ": .bool(ratersDiffer),
    ]
  }

  fileprivate init(_ field: Field) throws(RecordFault) {
    try field.allowOnly([
      "number", "id", "prompt", "order", "judged", "milliseconds", "draft", "begun", "begun_elsewhere",
      "flagged", "raters",
      "differ",
    ])
    var order: [Int] = []
    for element in try field["order"].elements(of: "candidates") { order.append(try element.count()) }
    var decision: Decision?
    if let judged = field.optional("judged") {
      decision = try Decision(verdictOf: judged, candidateCount: order.count)
    }
    self.init(
      number: try field["number"].integer(1...Int.max), id: try field["id"].text(),
      prompt: try field["prompt"].text(), order: order, decision: decision,
      elapsedMilliseconds: try field.optional("milliseconds")?.count(),
      hasDraft: try field["draft"].truth(), begun: try Self.words(field, "begun"),
      begunElsewhere: try Self.words(field, "begun_elsewhere"), isFlagged: try field["flagged"].truth(),
      raterCount: try field["raters"].count(), ratersDiffer: try field["differ"].truth())
  }

  /// None in recordings from before they were said.
  private static func words(_ field: Field, _ name: String) throws(RecordFault) -> [String] {
    var words: [String] = []
    for element in try field.optional(name)?.elements(of: "words") ?? [] {
      words.append(try element.text())
    }
    return words
  }
}
