import Foundation
import StrictJSON

/// A feedback record as the server tells it, compared with what we want it to be.
extension JSONObject {
  var feedbackID: UUID? { uuid("id") }

  /// Whether both are about the same run and key. What the server leaves out is not held against it.
  func isAbout(sameAs desired: JSONObject) -> Bool {
    let sameRun = uuid("run_id") == nil || uuid("run_id") == desired.uuid("run_id")
    return sameRun && (isAbsent("key") || JSONValue.mean(self["key"], desired["key"]))
  }

  /// Whether they agree in all that can be changed.
  func says(sameAs desired: JSONObject) -> Bool {
    FeedbackBody.changeableKeys.allSatisfy { JSONValue.mean(self[$0], desired[$0]) }
  }

  func uuid(_ key: String) -> UUID? {
    guard case .string(let text)? = self[key] else { return nil }
    return UUID(uuidString: text)
  }

  private func isAbsent(_ key: String) -> Bool { self[key] == nil || self[key] == .null }
}

extension JSONValue {
  /// Whether a server that keeps scores as floats and objects without order would mean the same by both.
  static func mean(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
    switch (left ?? .null, right ?? .null) {
    case (.array(let left), .array(let right)):
      left.count == right.count && zip(left, right).allSatisfy { mean($0, $1) }
    case (.object(let left), .object(let right)):
      left.count == right.count && left.members.allSatisfy { mean($0.value, right[$0.key]) }
    case (let left, let right):
      if let a = left.numericValue, let b = right.numericValue { a == b } else { left == right }
    }
  }

  private var numericValue: Double? {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .number(let number): number.doubleValue
    default: nil
    }
  }
}
