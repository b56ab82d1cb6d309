extension JSONValue: Equatable {
  /// Equal in kind, spelling of numbers, scalars of strings and order of members.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a.hasSameScalars(as: b)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    default: false
    }
  }
}

extension JSONObject: Equatable {
  public static func == (left: Self, right: Self) -> Bool { left.members == right.members }
}

extension JSONObject.Member: Equatable {
  public static func == (left: Self, right: Self) -> Bool {
    left.key.hasSameScalars(as: right.key) && left.value == right.value
  }
}
