import StrictJSON

/// As it is kept: `{"correction": 0, "field": "answer", "text": …, "cursor": 12}`, `{"run_comment": 1, …}`,
/// `{"comment": true, …}` or `{"answer": "note", "candidate": 1, …}`.
extension OpenEdit {
  package var json: JSONValue {
    var object = JSONObject()
    switch subject {
    case .comment: object["comment"] = true
    case .runComment(let candidate): object["run_comment"] = .number(JSONNumber(candidate))
    case .correction(let candidate, let field):
      object["correction"] = .number(JSONNumber(candidate))
      object["field"] = field.map(JSONValue.string)
    case .answer(let slot):
      object["answer"] = .string(slot.criterion)
      object["candidate"] = slot.candidate.map { .number(JSONNumber($0)) }
    }
    object["text"] = .string(text)
    object["cursor"] = .number(JSONNumber(cursor))
    return .object(object)
  }

  package init(_ field: Field, candidates: [Candidate]) throws(RecordFault) {
    let text = try field["text"].text()
    self.init(
      subject: try EditSubject(field, candidates: candidates), text: text,
      cursor: min(max(0, field["cursor"].value.number?.intValue ?? 0), text.utf8.count))
  }
}

extension EditSubject {
  fileprivate init(_ field: Field, candidates: [Candidate]) throws(RecordFault) {
    func candidate(_ field: Field) throws(RecordFault) -> Int {
      guard let index = field.value.number?.intValue, candidates.indices.contains(index) else {
        throw field.fault(expected: "the index of a candidate")
      }
      return index
    }
    if let number = field.optional("correction") {
      let key = try field.optional("field").map { key throws(RecordFault) in try key.text() }
      self = .correction(try candidate(number), field: key)
    } else if let number = field.optional("run_comment") {
      self = .runComment(try candidate(number))
    } else if let criterion = field.optional("answer") {
      self = .answer(
        AnswerSlot(try criterion.text(), candidate: try field.optional("candidate").map(candidate)))
    } else {
      self = .comment
    }
  }
}
