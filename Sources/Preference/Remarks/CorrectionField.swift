import StrictJSON

/// A part of a structured output that can be corrected by itself: the value of one key, or a value within that.
package struct CorrectionField: Equatable, Sendable {
  /// `answer`, `messages[0].content`
  package let key: String
  /// `text`, `number` and so on.
  package let type: String
  /// On one line.
  package let beginning: String

  package static func == (left: Self, right: Self) -> Bool {
    left.key.hasSameScalars(as: right.key) && left.type == right.type
      && left.beginning.hasSameScalars(as: right.beginning)
  }
}

/// Why a text cannot become part of an output.
package enum CorrectionFault: Error, Equatable, Sendable {
  case syntax(JSONSyntaxError)
  /// Outputs as a whole are an object.
  case notAnObject
  /// The value would have another type, which whoever reads the outputs may not expect.
  case changesType(key: String, from: String, to: String)
  /// The value that is corrected is not in the outputs any more: another correction took away what it was in.
  case isGone(key: String)
}

extension Candidate.Output {
  private static let longestBeginning = 200

  /// The values at the top level, each with those in it behind it; none for a text.
  package var correctionFields: [CorrectionField] {
    guard case .structured(let outputs) = self else { return [] }
    return OutputPlace.all(in: outputs).map { place in
      let text = place.value.string ?? place.value.text()
      let line = text.unicodeScalars.prefix(Self.longestBeginning).map { $0 == "\n" ? " " : $0 }
      var beginning = String.UnicodeScalarView()
      beginning.append(contentsOf: line)
      return CorrectionField(key: place.name, type: place.value.typeName, beginning: String(beginning))
    }
  }

  /// What is edited: texts as they are, everything else as JSON. Without a key, all of the output.
  package func text(ofField key: String?) -> String {
    switch self {
    case .text(let text): text
    case .structured(let outputs):
      if let key {
        OutputPlace.named(key, in: outputs).map { $0.value.string ?? $0.value.readableText } ?? ""
      } else {
        JSONValue.object(outputs).readableText
      }
    }
  }

  /// The same with an edited text put back; the other members stay as they are, in their order.
  package func replacing(
    field key: String?, with text: String, changingType: Bool = false
  ) throws(CorrectionFault) -> Candidate.Output {
    guard case .structured(var outputs) = self else { return .text(text) }
    guard let key else { return .structured(try outputs.replaced(by: text, changingType: changingType)) }
    guard let place = OutputPlace.named(key, in: outputs) else {
      if OutputPlace.isNested(key) { throw .isGone(key: key) }
      outputs[key] = try JSONValue(edited: text)
      return .structured(outputs)
    }
    let value = try place.value.replaced(by: text, named: key, changingType: changingType)
    let all = JSONValue.object(outputs).replacing(place.steps[...], with: value)
    return .structured(all.object ?? outputs)
  }

  /// Whether the value of that name is a text; all of the output is one only if it has no parts.
  package func isText(ofField key: String?) -> Bool {
    guard case .structured(let outputs) = self else { return true }
    return key.flatMap { OutputPlace.named($0, in: outputs)?.value.string } != nil
  }
}

extension JSONObject {
  fileprivate func replaced(by text: String, changingType: Bool) throws(CorrectionFault) -> JSONObject {
    guard let edited = try JSONValue(edited: text).object else { throw .notAnObject }
    for member in edited.members {
      try self[member.key]?.check(member.value, named: member.key, changingType: changingType)
    }
    return edited
  }
}

extension JSONValue {
  /// A text as it is typed, everything else as JSON.
  fileprivate func replaced(
    by text: String, named key: String, changingType: Bool
  ) throws(CorrectionFault) -> JSONValue {
    if case .string = self { return .string(text) }
    let value = try JSONValue(edited: text)
    try check(value, named: key, changingType: changingType)
    return value
  }

  fileprivate func check(_ value: JSONValue, named key: String, changingType: Bool) throws(CorrectionFault) {
    guard !changingType, typeName != value.typeName else { return }
    throw .changesType(key: key, from: typeName, to: value.typeName)
  }

  fileprivate init(edited text: String) throws(CorrectionFault) {
    do { self = try JSONParser.parse(text.utf8) } catch { throw .syntax(error) }
  }

  fileprivate var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "yes/no"
    case .number: "number"
    case .string: "text"
    case .array: "list"
    case .object: "object"
    }
  }
}
