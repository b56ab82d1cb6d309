import StrictJSON

extension JSONValue {
  /// The value with `null` for each number that is too large for a `Double`, such as `1e400`: Python reads infinity, and
  /// sends `null` for it.
  var finite: JSONValue {
    guard hasInfinity else { return self }
    switch self {
    case .number: return .null
    case .array(let elements): return .array(elements.map(\.finite))
    case .object(let object):
      var finite = JSONObject()
      for member in object.members {
        finite.append(unique: JSONObject.Member(key: member.key, value: member.value.finite))
      }
      return .object(finite)
    case .null, .bool, .string: return self
    }
  }

  private var hasInfinity: Bool {
    switch self {
    case .number(let number): !number.doubleValue.isFinite && !number.isInteger
    case .array(let elements): elements.contains(where: \.hasInfinity)
    case .object(let object): object.members.contains(where: \.value.hasInfinity)
    case .null, .bool, .string: false
    }
  }
}
