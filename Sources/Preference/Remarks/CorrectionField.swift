import StrictJSON

/// A part of a structured output that can be corrected by itself: the value of one key.
package struct CorrectionField: Equatable, Sendable {
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
}

extension Candidate.Output {
  private static let longestBeginning = 200

  /// The values at the top level; none for a text.
  package var correctionFields: [CorrectionField] {
    guard case .structured(let outputs) = self else { return [] }
    return outputs.members.map { member in
      let text = member.value.string ?? member.value.text()
      let line = text.unicodeScalars.prefix(Self.longestBeginning).map { $0 == "\n" ? " " : $0 }
      var beginning = String.UnicodeScalarView()
      beginning.append(contentsOf: line)
      return CorrectionField(key: member.key, type: member.value.typeName, beginning: String(beginning))
    }
  }

  /// What is edited: texts as they are, everything else as JSON. Without a key, all of the output.
  package func text(ofField key: String?) -> String {
    switch self {
    case .text(let text): text
    case .structured(let outputs):
      if let key {
        outputs[key].map { $0.string ?? $0.readableText } ?? ""
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
    if case .string = outputs[key] {
      outputs[key] = .string(text)
    } else {
      let value = try JSONValue(edited: text)
      try outputs.check(value, for: key, changingType: changingType)
      outputs[key] = value
    }
    return .structured(outputs)
  }
}

extension JSONObject {
  fileprivate func replaced(by text: String, changingType: Bool) throws(CorrectionFault) -> JSONObject {
    guard let edited = try JSONValue(edited: text).object else { throw .notAnObject }
    for member in edited.members { try check(member.value, for: member.key, changingType: changingType) }
    return edited
  }

  fileprivate func check(_ value: JSONValue, for key: String, changingType: Bool) throws(CorrectionFault) {
    guard !changingType, let old = self[key], old.typeName != value.typeName else { return }
    throw .changesType(key: key, from: old.typeName, to: value.typeName)
  }
}

extension JSONValue {
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
