import StrictJSON

/// As remarks are kept: `{"comment": …, "run_comments": {"0": …}, "corrections": {"0": {"text": …}}}`, without what is
/// not there.
extension Remarks {
  package var json: JSONValue {
    var object = JSONObject()
    object["comment"] = comment.map(JSONValue.string)
    object["run_comments"] = Self.object(runComments) { .string($0) }
    object["corrections"] = Self.object(corrections) { .object($0.json) }
    return .object(object)
  }

  package init(_ field: Field, candidates: [Candidate]) throws(RecordFault) {
    try field.allowOnly(["comment", "run_comments", "corrections"])
    self.init(
      comment: try field.optional("comment").map { field throws(RecordFault) in try field.text() },
      runComments: try Self.members(of: field.optional("run_comments"), candidates) {
        value, _ throws(RecordFault) in try value.text()
      },
      corrections: try Self.members(of: field.optional("corrections"), candidates) {
        value, candidate throws(RecordFault) in
        try Candidate.Output(correction: value, of: candidate)
      })
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
    of field: Field?, _ candidates: [Candidate],
    _ read: (Field, Candidate) throws(RecordFault) -> Value
  ) throws(RecordFault) -> [Int: Value] {
    guard let field else { return [:] }
    var values: [Int: Value] = [:]
    for member in try field.object().members {
      guard let index = Int(member.key), candidates.indices.contains(index) else {
        throw field[member.key].fault(expected: "the index of a candidate")
      }
      values[index] = try read(field[member.key], candidates[index])
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

  fileprivate init(correction field: Field, of candidate: Candidate) throws(RecordFault) {
    switch candidate.output {
    case .text:
      try field.allowOnly(["text"])
      self = .text(try field["text"].text())
    case .structured:
      try field.allowOnly(["outputs"])
      self = .structured(try field["outputs"].object())
    }
  }
}
