import StrictJSON

/// As it is kept in a workspace.
extension Rubric {
  package var json: JSONValue {
    var object = JSONObject()
    object["name"] = name.map(JSONValue.string)
    object["criteria"] = .array(criteria.map { .object($0.json) })
    return .object(object)
  }

  package init(_ field: Field) throws(RecordFault) {
    try field.allowOnly(["name", "criteria"])
    var criteria: [Criterion] = []
    for element in try field["criteria"].elements(of: "criteria") { criteria.append(try Criterion(element)) }
    self.init(
      name: try field.optional("name").map { name throws(RecordFault) in try name.text() }, criteria: criteria
    )
    if let flaw = flaws.first {
      throw Field(value: .null, path: .element(flaw.criterion, of: .key("criteria", in: .record)))[flaw.field]
        .fault(expected: flaw.expected)
    }
  }
}

extension Criterion {
  package static let kinds = ["tags", "category", "rating", "flag", "text"]

  package var kindName: String {
    switch kind {
    case .tags: "tags"
    case .category: "category"
    case .rating: "rating"
    case .flag: "flag"
    case .text: "text"
    }
  }

  fileprivate var json: JSONObject {
    var object: JSONObject = [
      "key": .string(key), "label": .string(label), "kind": .string(kindName),
      "scope": .string(scope.rawValue), "required": .bool(isRequired),
    ]
    object["letter"] = letter.map { .string(String($0)) }
    switch kind {
    case .tags(let options), .category(let options):
      object["options"] = .array(options.map { .object($0.json) })
    case .rating(let scale):
      object["min"] = Answer.rating(scale.minimum).json
      object["max"] = Answer.rating(scale.maximum).json
      object["step"] = Answer.rating(scale.step).json
    case .flag, .text: break
    }
    return object
  }

  fileprivate init(_ field: Field) throws(RecordFault) {
    try field.allowOnly(
      ["key", "label", "kind", "scope", "required", "letter", "options", "min", "max", "step"])
    guard let scope = Scope(rawValue: try field["scope"].text()) else {
      throw field["scope"].fault(expected: "comparison or run")
    }
    self.init(
      key: try field["key"].nonEmptyText(), label: try field["label"].text(), kind: try Kind(field),
      scope: scope, isRequired: field["required"].value.bool ?? false, letter: try field.letter("letter"))
  }
}

extension Criterion.Kind {
  fileprivate init(_ field: Field) throws(RecordFault) {
    var options: [Criterion.Option] = []
    if let list = field.optional("options") {
      for element in try list.elements(of: "options") { options.append(try Criterion.Option(element)) }
    }
    switch try field["kind"].text() {
    case "tags": self = .tags(options)
    case "category": self = .category(options)
    case "rating":
      let number = { (key: String) in field[key].value.number?.doubleValue ?? .nan }
      guard let scale = Scale(minimum: number("min"), maximum: number("max"), step: number("step")) else {
        throw field.fault(expected: "min, max and step of a rating")
      }
      self = .rating(scale)
    case "flag": self = .flag
    case "text": self = .text
    default: throw field["kind"].fault(expected: "one of \(Criterion.kinds.joined(separator: ", "))")
    }
  }
}

extension Criterion.Option {
  fileprivate var json: JSONObject {
    var object: JSONObject = ["value": .string(value), "label": .string(label)]
    object["letter"] = letter.map { .string(String($0)) }
    object["score"] = score.map { Answer.rating($0).json }
    return object
  }

  fileprivate init(_ field: Field) throws(RecordFault) {
    try field.allowOnly(["value", "label", "letter", "score"])
    self.init(
      value: try field["value"].nonEmptyText(), label: try field["label"].text(),
      letter: try field.letter("letter"), score: field["score"].value.number?.doubleValue)
  }
}

extension Field {
  fileprivate func letter(_ key: String) throws(RecordFault) -> Unicode.Scalar? {
    guard let member = optional(key) else { return nil }
    let scalars = try member.text().unicodeScalars
    guard let letter = scalars.first, scalars.count == 1 else { throw member.fault(expected: "one letter") }
    return letter
  }
}
