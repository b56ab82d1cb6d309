import StrictJSON

/// As remarks are kept: `{"comment": …, "run_comments": {"0": …}, "corrections": {"0": {"text": …}},
/// "answers": {"confidence": "sure"}, "run_answers": {"0": {"errors": ["style"]}}, "unasked_answers": …,
/// "unasked_run_answers": …}`, without what is not there.
extension Remarks {
  package var json: JSONValue {
    var object = JSONObject()
    object["comment"] = comment.map(JSONValue.string)
    object["run_comments"] = Self.object(runComments) { .string($0) }
    object["corrections"] = Self.object(corrections) { .object($0.json) }
    object["answers"] = Self.object(answers, on: nil)
    object["run_answers"] = Self.objectPerRun(answers)
    object["unasked_answers"] = Self.object(unasked, on: nil)
    object["unasked_run_answers"] = Self.objectPerRun(unasked)
    return .object(object)
  }

  /// As a draft has them: members that this version does not know are passed over. Corrections are of the kind of what they
  /// correct.
  package init(_ field: Field, candidates: [Candidate]) throws(RecordFault) {
    try self.init(known: field, candidateCount: candidates.count)
    for (index, correction) in corrections where !correction.isSameKind(as: candidates[index].output) {
      throw field["corrections"][String(index)].fault(expected: "a correction of the kind of the output")
    }
  }

  /// As a judgment has them: nothing is in them that is not known.
  package init(_ field: Field, candidateCount: Int) throws(RecordFault) {
    try field.allowOnly([
      "comment", "run_comments", "corrections", "answers", "run_answers", "unasked_answers",
      "unasked_run_answers",
    ])
    if let corrections = field.optional("corrections") {
      for member in try corrections.object().members {
        try corrections[member.key].allowOnly(["text", "outputs"])
      }
    }
    try self.init(known: field, candidateCount: candidateCount)
  }

  private init(known field: Field, candidateCount: Int) throws(RecordFault) {
    _ = try field.object()
    self.init(
      comment: try field.optional("comment").map { field throws(RecordFault) in try field.text() },
      runComments: try Self.members(of: field.optional("run_comments"), candidateCount) {
        value throws(RecordFault) in try value.text()
      },
      corrections: try Self.members(of: field.optional("corrections"), candidateCount) {
        value throws(RecordFault) in try Candidate.Output(correction: value)
      })
    answers = try Self.answers(field, "answers", "run_answers", candidateCount)
    unasked = try Self.answers(field, "unasked_answers", "unasked_run_answers", candidateCount)
  }

  private static func objectPerRun(_ answers: [AnswerSlot: Answer]) -> JSONValue? {
    var values: [Int: JSONValue] = [:]
    for index in answers.keys.compactMap(\.candidate) { values[index] = object(answers, on: index) }
    return object(values) { $0 }
  }

  /// `nil` if there are none.
  private static func object(_ answers: [AnswerSlot: Answer], on candidate: Int?) -> JSONValue? {
    let own = answers.filter { $0.key.candidate == candidate }.sorted { $0.key.criterion < $1.key.criterion }
    guard !own.isEmpty else { return nil }
    var object = JSONObject()
    for (slot, answer) in own { object[slot.criterion] = answer.json }
    return .object(object)
  }

  private static func answers(
    _ field: Field, _ whole: String, _ perRun: String, _ candidateCount: Int
  ) throws(RecordFault) -> [AnswerSlot: Answer] {
    var answers: [AnswerSlot: Answer] = [:]
    func add(_ field: Field, on candidate: Int?) throws(RecordFault) {
      for member in try field.object().members {
        answers[AnswerSlot(member.key, candidate: candidate)] = try Answer(field[member.key])
      }
    }
    if let field = field.optional(whole) { try add(field, on: nil) }
    let runs = try members(of: field.optional(perRun), candidateCount) { value throws(RecordFault) in value }
    for (index, field) in runs { try add(field, on: index) }
    return answers
  }

  /// `nil` if there are none.
  private static func object<Value>(_ values: [Int: Value], _ json: (Value) -> JSONValue) -> JSONValue? {
    guard !values.isEmpty else { return nil }
    var object = JSONObject()
    for (candidate, value) in values.sorted(by: { $0.key < $1.key }) {
      object[String(candidate)] = json(value)
    }
    return .object(object)
  }

  private static func members<Value>(
    of field: Field?, _ candidateCount: Int, _ read: (Field) throws(RecordFault) -> Value
  ) throws(RecordFault) -> [Int: Value] {
    guard let field else { return [:] }
    var values: [Int: Value] = [:]
    for member in try field.object().members {
      guard let index = Int(member.key), (0..<candidateCount).contains(index) else {
        throw field[member.key].fault(expected: "the index of a candidate")
      }
      values[index] = try read(field[member.key])
    }
    return values
  }
}

extension Candidate.Output {
  /// `{"text": …}` or `{"outputs": {…}}`, as a candidate has it.
  package var json: JSONObject {
    var object = JSONObject()
    switch self {
    case .text(let text): object["text"] = .string(text)
    case .structured(let outputs): object["outputs"] = .object(outputs)
    }
    return object
  }

  fileprivate init(correction field: Field) throws(RecordFault) {
    if let outputs = field.optional("outputs") {
      self = .structured(try outputs.object())
    } else {
      self = .text(try field["text"].text())
    }
  }
}
