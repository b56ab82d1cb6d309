import Foundation
import Identifiers
import StrictJSON

/// Something at the server that is not as the outbox says that it must be.
package struct VerificationFinding: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// A record that was delivered is not there.
    case missing
    /// It is there, and says something else.
    case different
    /// A record is there that was withdrawn.
    case extra
    /// A record is there, in a group or experiment of ours or in the place of a record of ours, that the outbox does
    /// not know.
    case unknown
    /// Of a group some records are there, and some are not.
    case half
  }

  package let kind: Kind
  package let groupID: UUID?
  /// `nil` for a group as a whole.
  package var recordID: UUID?
  package var target: UUID?
  package var key: String?
  package var fields: FeedbackFields = []
  /// Of a group that is there in part: how many of its records are, of how many.
  package var present: Int?
  package var wanted: Int?

  /// Whether sending again can mend it.
  package var isMendable: Bool {
    switch kind {
    case .missing, .extra, .half: true
    case .different: fields.isDisjoint(with: .identity)
    case .unknown: false
    }
  }
}

extension VerificationFinding {
  /// A record that the outbox does not know.
  package init(unknown id: UUID, _ record: JSONObject) {
    self.init(
      kind: .unknown, groupID: record.uuid("feedback_group_id"), recordID: id,
      target: record.uuid("run_id"), key: record["key"]?.string)
  }

  package var json: JSONObject {
    var object: JSONObject = ["finding": .string(kind.rawValue)]
    object["group_id"] = groupID.map { .string($0.lowercaseString) }
    object["feedback_id"] = recordID.map { .string($0.lowercaseString) }
    object["target"] = target.map { .string($0.lowercaseString) }
    object["key"] = key.map(JSONValue.string)
    if !fields.isEmpty { object["fields"] = .array(fields.names.map(JSONValue.string)) }
    object["present"] = present.map { .number(JSONNumber($0)) }
    object["expected"] = wanted.map { .number(JSONNumber($0)) }
    return object
  }
}
