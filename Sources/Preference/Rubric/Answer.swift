import StrictJSON

/// What a rater answers to a criterion.
package enum Answer: Sendable {
  /// Values of options, in the order of the rubric; not empty.
  case tags([String])
  /// The value of a category's option, or free text.
  case text(String)
  case rating(Double)
  case flag(Bool)
}

extension Answer: Hashable {
  /// Texts are equal if their scalars are.
  package static func == (left: Self, right: Self) -> Bool { left.json == right.json }

  package func hash(into hasher: inout Hasher) { hasher.combine(json.text()) }
}

/// As it is kept: a list, a text, a number or a truth value.
extension Answer {
  package var json: JSONValue {
    switch self {
    case .tags(let values): .array(values.map(JSONValue.string))
    case .text(let text): .string(text)
    case .rating(let number):
      number == number.rounded() && abs(number) < 1e15
        ? .number(JSONNumber(Int(number))) : JSONNumber(number).map(JSONValue.number) ?? .null
    case .flag(let isSet): .bool(isSet)
    }
  }

  package init(_ field: Field) throws(RecordFault) {
    switch field.value {
    case .bool(let isSet): self = .flag(isSet)
    case .string(let text): self = .text(text)
    case .number(let number) where number.doubleValue.isFinite: self = .rating(number.doubleValue)
    case .array:
      var values: [String] = []
      for element in try field.elements(of: "tags") { values.append(try element.text()) }
      guard !values.isEmpty else { throw field.fault(expected: "a tag or more") }
      self = .tags(values)
    default: throw field.fault(expected: "an answer: tags, a text, a number, or true or false")
    }
  }
}
