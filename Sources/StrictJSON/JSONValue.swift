/// A JSON value that keeps what other decoders lose: the order of an object's members, and the spelling of
/// numbers.
///
/// `1`, `1.0` and `1e0` are different numbers here, because LangSmith tells integers from floats and because
/// text that people gave us must come out again as it went in. Strings compare by Unicode scalars, never by
/// canonical equivalence.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue {
  /// The string, if the value is one.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number, if the value is one.
  public var number: JSONNumber? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The truth value, if the value is one.
  public var bool: Bool? {
    if case .bool(let bool) = self { bool } else { nil }
  }

  /// The elements, if the value is an array.
  public var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members, if the value is an object.
  public var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// Whether the value is `null`.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }
}
