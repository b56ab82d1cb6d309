import Foundation
import Identifiers
import StrictJSON

/// A value with the way that led to it, and what it can be read as.
package struct Field {
  package let value: JSONValue
  package let path: FieldPath

  package init(value: JSONValue, path: FieldPath) {
    self.value = value
    self.path = path
  }

  /// The fault that lies in this field.
  package func fault(_ kind: RecordFault.Kind = .bad, expected: String) -> RecordFault {
    let path = path.description
    return RecordFault(kind, at: path.isEmpty ? .line : .field(path), expected: expected)
  }

  package func text() throws(RecordFault) -> String {
    guard let text = value.string else { throw fault(expected: "text") }
    return text
  }

  package func nonEmptyText() throws(RecordFault) -> String {
    guard let text = value.string, !text.isEmpty else { throw fault(expected: "text that is not empty") }
    return text
  }

  package func uuid() throws(RecordFault) -> UUID {
    guard let text = value.string, text.utf8.count == 36, let id = UUID(uuidString: text) else {
      throw fault(expected: "a UUID")
    }
    return id
  }

  package func timestamp() throws(RecordFault) -> String {
    guard let text = value.string, RFC3339.isTimestamp(text) else {
      throw fault(expected: "a time such as 2026-01-31T09:30:00Z")
    }
    return text
  }

  package func object() throws(RecordFault) -> JSONObject {
    guard let object = value.object else { throw fault(expected: "an object") }
    return object
  }

  package func elements(of kind: String) throws(RecordFault) -> [Field] {
    guard let array = value.array else { throw fault(expected: "a list of \(kind)") }
    return array.enumerated().map { Field(value: $1, path: .element($0, of: path)) }
  }

  /// Refuses members other than `keys`. A key that nobody reads is most often a misspelled one, whose value
  /// would be lost without a word.
  package func allowOnly(_ keys: [String]) throws(RecordFault) {
    for member in try object().members where !keys.contains(where: member.key.hasSameScalars) {
      let known = NearestName(of: member.key, among: keys).map { "a known key; the nearest is \($0.name)" }
      throw self[member.key].fault(expected: known ?? "only the keys \(keys.joined(separator: ", "))")
    }
  }

  /// The member of that name, `null` if there is none.
  package subscript(key: String) -> Field {
    Field(value: value.object?[key] ?? .null, path: .key(key, in: path))
  }

  /// The member of that name unless it is absent or `null`.
  package func optional(_ key: String) -> Field? {
    let member = self[key]
    return member.value.isNull ? nil : member
  }
}
