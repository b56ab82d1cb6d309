import StrictJSON

/// Fields of a feedback record that are compared when it is read back.
///
/// Left out is what servers are known to drop or to keep in a form of their own (`extra`, `error`, the
/// configuration), and `feedback_source`: no request can change it, so that it tells of the revision sent first.
package struct FeedbackFields: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  static let run = Self(rawValue: 1 << 0)
  static let key = Self(rawValue: 1 << 1)
  static let score = Self(rawValue: 1 << 2)
  static let value = Self(rawValue: 1 << 3)
  static let correction = Self(rawValue: 1 << 4)
  static let comment = Self(rawValue: 1 << 5)
  static let group = Self(rawValue: 1 << 6)
  static let comparativeExperiment = Self(rawValue: 1 << 7)
  static let session = Self(rawValue: 1 << 8)
  static let trace = Self(rawValue: 1 << 9)

  /// What the record is about: one that differs in these is another record under the same id.
  static let identity: Self = [.run, .key]
  /// What a request can change in place.
  static let changeable: Self = [.score, .value, .correction, .comment]

  /// As the server names them.
  package var names: [String] {
    Self.named.filter { contains($0.field) }.map(\.name)
  }

  static let named: [(field: Self, name: String)] = [
    (.run, "run_id"), (.key, "key"), (.score, "score"), (.value, "value"), (.correction, "correction"),
    (.comment, "comment"), (.group, "feedback_group_id"),
    (.comparativeExperiment, "comparative_experiment_id"), (.session, "session_id"), (.trace, "trace_id"),
  ]
}

extension JSONObject {
  /// In which fields a record as the server tells it is not what it should be.
  ///
  /// What can be changed has to be the same. Of the rest, what the server leaves out is not held against it.
  func differences(from desired: JSONObject) -> FeedbackFields {
    var differences: FeedbackFields = []
    for (field, name) in FeedbackFields.named where !agrees(in: field, name, with: desired) {
      differences.insert(field)
    }
    return differences
  }

  private func agrees(in field: FeedbackFields, _ name: String, with desired: JSONObject) -> Bool {
    if FeedbackFields.changeable.contains(field) { return JSONValue.mean(self[name], desired[name]) }
    guard let wanted = desired[name], let told = self[name], !told.isNull else { return true }
    if field == .key { return JSONValue.mean(told, wanted) }
    return uuid(name) == desired.uuid(name)
  }
}
