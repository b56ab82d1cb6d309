import Foundation
import Identifiers

/// Why a record was not taken: it would be refused by the server, or could not be read back from there.
public enum FeedbackRecordError: Error, Equatable, Sendable {
  /// LangSmith stores an array as a value and then cannot read it.
  case valueIsArray(key: String)
  case correctionIsNeitherObjectNorText(key: String)
  /// A run is found by its project or by an agent's address.
  case sessionAndAddress(key: String)
  /// `source.metadata` names the run that the feedback comes from, as `__run.run_id`.
  case sourceRunIsNoUUID(key: String)
  /// The outbox has another record under this id.
  case idIsTaken(UUID)
  /// The record was deleted, and ids are not used again: a late request could take the new record away.
  case wasDeleted(UUID)
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
    case .sessionAndAddress(let key):
      "feedback “\(key)”: address: cannot be given together with a session"
    case .sourceRunIsNoUUID(let key):
      "feedback “\(key)”: source_info.__run.run_id: expected a UUID"
    case .idIsTaken(let id):
      "feedback \(id.lowercaseString): there is other feedback with this id: change that one, or choose a new id"
    case .wasDeleted(let id):
      "feedback \(id.lowercaseString): was deleted, and its id is not used again: choose a new id"
    case .duplicate(let target, let key):
      "feedback “\(key)”: expected one record for \(target.lowercaseString) in the group, not two"
    }
  }
}
