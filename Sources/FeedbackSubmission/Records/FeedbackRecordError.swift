import Foundation
import Identifiers

/// Why a record was not taken: it would be refused by the server, or could not be read back from there.
public enum FeedbackRecordError: Error, Equatable, Sendable {
  /// LangSmith stores an array as a value and then cannot read it.
  case valueIsArray(key: String)
  case correctionIsNeitherObjectNorText(key: String)
  /// Two records of a group are about the same run and key.
  case duplicate(target: UUID, key: String)
}

extension FeedbackRecordError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .valueIsArray(let key):
      "feedback “\(key)”: value: expected an object, text, number or boolean, not an array"
    case .correctionIsNeitherObjectNorText(let key):
      "feedback “\(key)”: correction: expected an object or text"
    case .duplicate(let target, let key):
      "feedback “\(key)”: expected one record for \(target.lowercaseString) in the group, not two"
    }
  }
}
